import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireDeskSession } from "~/http/actor.server";
import { parseForm } from "~/http/form.server";
import { sessionCookie } from "~/http/session.server";
import { slowDown } from "~/http/slow-down.server";
import { listFactors } from "~/identity/list-factors.server";
import { readPasskeyProof } from "~/identity/passkey-schema";
import { proveFactor } from "~/identity/prove-factor.server";
import { pageAfter, SIGN_IN_HEADERS } from "~/routes/site/sign-in-flow.server";
import { Button } from "~/ui/components/Button";
import { Card } from "~/ui/components/Card";
import { Field } from "~/ui/components/Field";
import { Page } from "~/ui/components/Page";
import { PageTitle } from "~/ui/components/PageTitle";
import { PostForm } from "~/ui/components/PostForm";
import { TextInput } from "~/ui/components/TextInput";
import { useT } from "~/ui/i18n";
import { SiteLayout } from "~/ui/layouts/SiteLayout";
import type { PageHandle } from "~/ui/page-handle";
import { PasskeyButton } from "./passkey-button";

export const handle = { title: "signIn.factor.title" } satisfies PageHandle;
export const headers = () => SIGN_IN_HEADERS;

const schema = z.object({ totp: z.string().max(20).optional(), passkey: z.string().max(20_000).optional() });

const pageWanted = (request: Request) => pageAfter("desk", new URL(request.url).searchParams.get("to"));

export async function loader({ request }: LoaderFunctionArgs) {
  const { person, hasFactor, proven } = await requireDeskSession(request);
  if (!hasFactor) throw redirect(`/desk/sign-in/set-up?to=${encodeURIComponent(pageWanted(request))}`);
  const { passkeys, totp } = await listFactors(person.id);
  return { proven, passkey: passkeys.length > 0, totp: totp.state === "confirmed" };
}

export async function action({ request }: ActionFunctionArgs) {
  const { person, secret } = await requireDeskSession(request);
  const form = await parseForm(request, schema, { forget: ["totp", "passkey"] });
  if (!form.ok) return form.answer;
  const passkey = readPasskeyProof(form.value.passkey);
  try {
    const proof = passkey ? { passkey } : { totp: form.value.totp ?? "" };
    const renewed = await proveFactor({ sessionSecret: secret, personId: person.id, proof });
    if (renewed) return redirect(pageWanted(request), { status: 303, headers: { "Set-Cookie": sessionCookie("desk", renewed) } });
  } catch (error) {
    return slowDown(form, "signIn.factor.tooMany", error);
  }
  return form.value.passkey === undefined
    ? form.refuse({ fields: { totp: { key: "signIn.factor.totpWrong" } } })
    : form.refuse({ form: { key: "signIn.factor.passkeyFailed" } });
}

export default function ProveFactor() {
  const t = useT();
  const { proven, passkey, totp } = useLoaderData<typeof loader>();
  const reply = useActionData();
  return (
    <SiteLayout signIn={false}>
      <Page>
        <PageTitle lead={t(proven ? "signIn.factor.again" : "signIn.factor.lead")}>{t("signIn.factor.title")}</PageTitle>
        {passkey ? (
          <Card title={t("signIn.factor.passkey")}>
            <PostForm>
              <PasskeyButton purpose="prove" label="signIn.factor.passkey" />
            </PostForm>
          </Card>
        ) : null}
        {totp ? (
          <Card title={t("signIn.factor.totp")}>
            <PostForm reply={reply}>
              <Field name="totp" label={t("signIn.factor.totpLabel")} hint={t("signIn.factor.totpHint")}>
                <TextInput inputMode="numeric" autoComplete="one-time-code" maxLength={10} />
              </Field>
              <div>
                <Button>{t("signIn.factor.totpSubmit")}</Button>
              </div>
            </PostForm>
          </Card>
        ) : null}
        <p className="text-sm text-muted">{t("signIn.factor.lost")}</p>
      </Page>
    </SiteLayout>
  );
}
