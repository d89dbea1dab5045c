import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireDeskSession } from "~/http/actor.server";
import { sandboxRuns } from "~/platform/env.server";
import { pageAfter, SIGN_IN_HEADERS } from "~/routes/site/sign-in-flow.server";
import { LinkButton } from "~/ui/components/LinkButton";
import { Page } from "~/ui/components/Page";
import { PageTitle } from "~/ui/components/PageTitle";
import { useT } from "~/ui/i18n";
import { SiteLayout } from "~/ui/layouts/SiteLayout";
import type { PageHandle } from "~/ui/page-handle";
import { changeFactors, shownFactors } from "./factor-forms.server";
import { FactorList } from "./factor-list";

export const handle = { title: "signIn.setUp.title" } satisfies PageHandle;
export const headers = () => SIGN_IN_HEADERS;

const pageWanted = (request: Request) => pageAfter("desk", new URL(request.url).searchParams.get("to"));

/** Once there is a factor, this page has done its work. */
async function requireNewcomer(request: Request) {
  const session = await requireDeskSession(request);
  if (session.hasFactor) throw redirect(`/desk/sign-in/factor?to=${encodeURIComponent(pageWanted(request))}`);
  return session;
}

export async function loader({ request }: LoaderFunctionArgs) {
  const { person } = await requireNewcomer(request);
  const to = pageWanted(request);
  return { factors: await shownFactors(person.id), skipTo: sandboxRuns() ? to : null };
}

export async function action({ request }: ActionFunctionArgs) {
  const { person, secret } = await requireNewcomer(request);
  const to = pageWanted(request);
  const otherwise = `/desk/sign-in/set-up?to=${encodeURIComponent(to)}`;
  return changeFactors({ request, secret, personId: person.id, added: to, otherwise });
}

export default function SetUpFactor() {
  const t = useT();
  const { factors, skipTo } = useLoaderData<typeof loader>();
  return (
    <SiteLayout signIn={false}>
      <Page>
        <PageTitle lead={t("signIn.setUp.lead")}>{t("signIn.setUp.title")}</PageTitle>
        <FactorList factors={factors} reply={useActionData()} editable />
        {skipTo ? (
          <div>
            <LinkButton to={skipTo} variant="plain">
              {t("signIn.setUp.skip")}
            </LinkButton>
          </div>
        ) : null}
      </Page>
    </SiteLayout>
  );
}
