import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { askForCode, demoInbox, pageAfter, SIGN_IN_HEADERS } from "~/routes/site/sign-in-flow.server";
import { DemoNotice, EmailStep } from "~/routes/site/sign-in-parts";
import { Page } from "~/ui/components/Page";
import { PageTitle } from "~/ui/components/PageTitle";
import { useT } from "~/ui/i18n";
import { SiteLayout } from "~/ui/layouts/SiteLayout";
import type { PageHandle } from "~/ui/page-handle";

export const handle = { title: "signIn.desk.title" } satisfies PageHandle;
export const headers = () => SIGN_IN_HEADERS;

export function loader({ request }: LoaderFunctionArgs) {
  const to = new URL(request.url).searchParams.get("to");
  return { to: to && pageAfter("desk", to), inbox: demoInbox() };
}

export function action({ request, context }: ActionFunctionArgs) {
  return askForCode({ request, context, area: "desk" });
}

export default function DeskSignIn() {
  const t = useT();
  const { to, inbox } = useLoaderData<typeof loader>();
  return (
    <SiteLayout signIn={false}>
      <Page>
        <PageTitle lead={t("signIn.desk.lead")}>{t("signIn.desk.title")}</PageTitle>
        <EmailStep action="/desk/sign-in" reply={useActionData()} to={to} />
        <DemoNotice inbox={inbox} />
      </Page>
    </SiteLayout>
  );
}
