import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { browserSecret } from "~/http/session.server";
import { findSignInRequest } from "~/identity/find-sign-in-request.server";
import { Button } from "~/ui/components/Button";
import { Card } from "~/ui/components/Card";
import { Notice } from "~/ui/components/Notice";
import { Page } from "~/ui/components/Page";
import { PageTitle } from "~/ui/components/PageTitle";
import { PostForm } from "~/ui/components/PostForm";
import { useT } from "~/ui/i18n";
import { SiteLayout } from "~/ui/layouts/SiteLayout";
import type { PageHandle } from "~/ui/page-handle";
import { SIGN_IN_HEADERS, signInByLink } from "./sign-in-flow.server";
import { EmailStep } from "./sign-in-parts";

export const handle = { title: "signIn.link.title" } satisfies PageHandle;
export const headers = () => SIGN_IN_HEADERS;

/** Looks only: programs that open every link of a mail use nothing up. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const question = { linkToken: params.token ?? "", browserSecret: browserSecret(request) };
  const asked = await findSignInRequest(question);
  if (!asked) return data({ state: "unknown" as const, area: "portal" as const, email: null, link: null }, { status: 404 });
  const { area, email, sameBrowser } = asked;
  return { state: sameBrowser ? asked.state : ("other_browser" as const), area, email, link: question.linkToken };
}

export function action({ request, context, params }: ActionFunctionArgs) {
  return signInByLink({ request, context }, params.token ?? "");
}

const TITLES = { unknown: "signIn.link.unknownTitle", other_browser: "signIn.link.otherTitle" } as const;

export default function SignInLink() {
  const t = useT();
  const { state, area, email, link } = useLoaderData<typeof loader>();
  const reply = useActionData();
  const action = area === "desk" ? "/desk/sign-in" : "/sign-in";
  if (state === "open" && email) {
    return (
      <SiteLayout signIn={false}>
        <Page>
          <PageTitle lead={t("signIn.link.ready", { email })}>{t("signIn.link.title")}</PageTitle>
          <Card>
            <PostForm reply={reply}>
              <div>
                <Button>{t("signIn.link.submit")}</Button>
              </div>
            </PostForm>
          </Card>
        </Page>
      </SiteLayout>
    );
  }
  const why = state === "unknown" ? "signIn.link.unknown" : state === "other_browser" ? "signIn.link.other" : null;
  return (
    <SiteLayout signIn={false}>
      <Page>
        <PageTitle lead={why ? t(why) : undefined}>
          {t(state in TITLES ? TITLES[state as keyof typeof TITLES] : "signIn.link.title")}
        </PageTitle>
        {state !== "unknown" && state !== "other_browser" && state !== "open" ? (
          <Notice tone="problem">{t(`signIn.code.state.${state}`)}</Notice>
        ) : null}
        {state === "other_browser" ? <p className="measure">{t("signIn.link.here")}</p> : null}
        <EmailStep action={action} email={email} link={link} submit={state === "other_browser" ? "signIn.link.ask" : undefined} />
      </Page>
    </SiteLayout>
  );
}
