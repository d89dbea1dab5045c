import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findPerson } from "~/http/actor.server";
import { Page } from "~/ui/components/Page";
import { PageTitle } from "~/ui/components/PageTitle";
import { useT } from "~/ui/i18n";
import { SiteLayout } from "~/ui/layouts/SiteLayout";
import type { PageHandle } from "~/ui/page-handle";
import { askForCode, demoInbox, pageAfter, SIGN_IN_HEADERS } from "./sign-in-flow.server";
import { DemoNotice, EmailStep } from "./sign-in-parts";

export const handle = { title: "signIn.portal.title" } satisfies PageHandle;
export const headers = () => SIGN_IN_HEADERS;

export async function loader({ request }: LoaderFunctionArgs) {
  const to = new URL(request.url).searchParams.get("to");
  if (await findPerson(request)) throw redirect(pageAfter("portal", to));
  return { to: to && pageAfter("portal", to), inbox: demoInbox() };
}

export function action({ request, context }: ActionFunctionArgs) {
  return askForCode({ request, context, area: "portal" });
}

export default function SignIn() {
  const t = useT();
  const { to, inbox } = useLoaderData<typeof loader>();
  return (
    <SiteLayout signIn={false}>
      <Page>
        <PageTitle lead={t("signIn.portal.lead")}>{t("signIn.portal.title")}</PageTitle>
        <EmailStep action="/sign-in" reply={useActionData()} to={to} />
        <DemoNotice inbox={inbox} />
      </Page>
    </SiteLayout>
  );
}
