import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireDeskSession, requireFreshProof, requireStaff } from "~/http/actor.server";
import { LinkButton } from "~/ui/components/LinkButton";
import { Notice } from "~/ui/components/Notice";
import { Page } from "~/ui/components/Page";
import { PageTitle } from "~/ui/components/PageTitle";
import { useT } from "~/ui/i18n";
import type { PageHandle } from "~/ui/page-handle";
import { changeFactors, shownFactors } from "./factor-forms.server";
import { FactorList } from "./factor-list";

export { ErrorInLayout as ErrorBoundary } from "~/ui/error-page";
export const handle = { title: "signIn.security.title" } satisfies PageHandle;

const PAGE = "/desk/security";

export async function loader({ request }: LoaderFunctionArgs) {
  const { personId, steppedUp } = await requireStaff(request);
  const done = new URL(request.url).searchParams.get("done");
  return {
    factors: await shownFactors(personId),
    steppedUp,
    done: done === "added" || done === "removed" ? (done as "added" | "removed") : null,
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireStaff(request);
  requireFreshProof(request, actor);
  const { secret } = await requireDeskSession(request);
  return changeFactors({ request, secret, personId: actor.personId, added: `${PAGE}?done=added`, otherwise: PAGE });
}

export default function Security() {
  const t = useT();
  const { factors, steppedUp, done } = useLoaderData<typeof loader>();
  const reply = useActionData();
  return (
    <Page>
      <PageTitle lead={t("signIn.security.lead")}>{t("signIn.security.title")}</PageTitle>
      {done && !reply ? (
        <Notice tone="done" live>
          {t(`signIn.security.done.${done}`)}
        </Notice>
      ) : null}
      {steppedUp ? null : (
        <Notice tone="waiting" title={t("signIn.security.stale")}>
          <LinkButton to={`/desk/sign-in/factor?to=${PAGE}`} variant="secondary">
            {t("signIn.security.prove")}
          </LinkButton>
        </Notice>
      )}
      <FactorList factors={factors} reply={reply} editable={steppedUp} />
    </Page>
  );
}
