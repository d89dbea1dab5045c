import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { browserSecret } from "~/http/session.server";
import { findSignInRequest } from "~/identity/find-sign-in-request.server";
import { Page } from "~/ui/components/Page";
import { PageTitle } from "~/ui/components/PageTitle";
import { useT } from "~/ui/i18n";
import { SiteLayout } from "~/ui/layouts/SiteLayout";
import type { PageHandle } from "~/ui/page-handle";
import { demoInbox, SIGN_IN_HEADERS, signInByCode } from "./sign-in-flow.server";
import { CodeStep, DemoNotice } from "./sign-in-parts";

export const handle = { title: "signIn.code.title" } satisfies PageHandle;
export const headers = () => SIGN_IN_HEADERS;

export async function loader({ request }: LoaderFunctionArgs) {
  const asked = await findSignInRequest({ area: "portal", browserSecret: browserSecret(request) });
  if (!asked?.email) throw redirect("/sign-in");
  return { email: asked.email, to: asked.returnTo, inbox: demoInbox() };
}

export function action({ request, context }: ActionFunctionArgs) {
  return signInByCode({ request, context, area: "portal" });
}

export default function SignInCode() {
  const t = useT();
  const { email, to, inbox } = useLoaderData<typeof loader>();
  return (
    <SiteLayout signIn={false}>
      <Page>
        <PageTitle lead={t("signIn.code.lead", { email })}>{t("signIn.code.title")}</PageTitle>
        <CodeStep action="/sign-in" reply={useActionData()} email={email} to={to} />
        <DemoNotice inbox={inbox} />
      </Page>
    </SiteLayout>
  );
}
