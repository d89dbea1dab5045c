import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requirePerson } from "~/http/actor.server";
import { parseForm } from "~/http/form.server";
import { slowDown } from "~/http/slow-down.server";
import { cancelEmailChange } from "~/identity/cancel-email-change.server";
import { findPendingEmailChange } from "~/identity/get-email-change.server";
import { getPerson } from "~/identity/get-person.server";
import { emailField } from "~/identity/identity-schema";
import { changeEmail } from "~/journeys/change-email.server";
import { Button } from "~/ui/components/Button";
import { BackLink } from "~/ui/components/BackLink";
import { Card } from "~/ui/components/Card";
import { Field } from "~/ui/components/Field";
import { Notice } from "~/ui/components/Notice";
import { Page } from "~/ui/components/Page";
import { PageTitle } from "~/ui/components/PageTitle";
import { PostForm } from "~/ui/components/PostForm";
import { TextInput } from "~/ui/components/TextInput";
import { useFormat, useT } from "~/ui/i18n";
import type { PageHandle } from "~/ui/page-handle";

export { ErrorInLayout as ErrorBoundary } from "~/ui/error-page";
export const handle = { title: "signIn.emailChange.title" } satisfies PageHandle;

const schema = z.object({ intent: z.enum(["ask", "stop"]), email: emailField.optional() });

export async function loader({ request }: LoaderFunctionArgs) {
  const { personId } = await requirePerson(request);
  const { email } = await getPerson(personId);
  return { email: email ?? "", pending: await findPendingEmailChange(personId) };
}

export async function action({ request }: ActionFunctionArgs) {
  const { personId } = await requirePerson(request);
  const form = await parseForm(request, schema);
  if (!form.ok) return form.answer;
  const { intent, email } = form.value;
  if (intent === "stop") {
    await cancelEmailChange({ personId });
    return redirect("/email-change", 303);
  }
  if (!email) return form.refuse({ fields: { email: { key: "errors.field.required" } } });
  try {
    const effectiveAt = await changeEmail({ personId, newEmail: email });
    if (effectiveAt) return redirect("/email-change", 303);
  } catch (error) {
    return slowDown(form, "signIn.emailChange.tooMany", error);
  }
  return form.refuse({ fields: { email: { key: "signIn.emailChange.same" } } });
}

export default function EmailChange() {
  const t = useT();
  const format = useFormat();
  const { email, pending } = useLoaderData<typeof loader>();
  const reply = useActionData();
  const standing = pending?.standing === "confirmed" ? "confirmed" : "unconfirmed";
  return (
    <Page>
      <PageTitle
        lead={t("signIn.emailChange.now", { email })}
        back={<BackLink to="/portal/account">{t("signIn.emailChange.account")}</BackLink>}
      >
        {t("signIn.emailChange.title")}
      </PageTitle>
      {pending ? (
        <>
          <Notice tone="waiting">
            {t(`signIn.emailChange.pending.${standing}`, {
              email: pending.newEmail,
              at: format.fullDateTime(pending.effectiveAt),
            })}
          </Notice>
          <PostForm>
            <input type="hidden" name="intent" value="stop" />
            <div>
              <Button variant="danger">{t("signIn.emailChange.stop")}</Button>
            </div>
          </PostForm>
        </>
      ) : (
        <Card>
          <p className="measure">{t("signIn.emailChange.how")}</p>
          <PostForm reply={reply}>
            <input type="hidden" name="intent" value="ask" />
            <Field name="email" label={t("signIn.emailChange.label")}>
              <TextInput type="email" autoComplete="email" autoCapitalize="off" spellCheck={false} />
            </Field>
            <div>
              <Button>{t("signIn.emailChange.submit")}</Button>
            </div>
          </PostForm>
        </Card>
      )}
    </Page>
  );
}
