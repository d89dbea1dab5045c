import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireFreshProof, requireStaff } from "~/http/actor.server";
import { parseForm } from "~/http/form.server";
import { changeStaff } from "~/identity/change-staff.server";
import { emailField, firstNameField } from "~/identity/identity-schema";
import { listStaff } from "~/identity/list-staff.server";
import { STAFF_ROLES } from "~/identity/staff";
import { welcomeColleague } from "~/journeys/welcome-colleague.server";
import { LOCALES } from "~/platform/locale";
import { BackLink } from "~/ui/components/BackLink";
import { Button } from "~/ui/components/Button";
import { Card } from "~/ui/components/Card";
import { Field } from "~/ui/components/Field";
import { Notice } from "~/ui/components/Notice";
import { Page } from "~/ui/components/Page";
import { PageTitle } from "~/ui/components/PageTitle";
import { PostForm } from "~/ui/components/PostForm";
import { Select } from "~/ui/components/Select";
import { TextInput } from "~/ui/components/TextInput";
import { useLocale, useT } from "~/ui/i18n";
import type { PageHandle } from "~/ui/page-handle";
import { ProofNotice } from "../proof-notice";
import { RoleBoxes, StaffCard } from "./staff-card";

export { ErrorInLayout as ErrorBoundary } from "~/ui/error-page";
export const handle = { title: "signIn.staff.title" } satisfies PageHandle;

const PAGE = "/desk/settings/staff";
const DONE = ["added", "saved", "disabled"] as const;

const schema = z.object({
  intent: z.enum(["add", "save", "disable"]),
  personId: z.string().max(40).optional(),
  email: emailField.optional(),
  firstName: firstNameField.optional(),
  locale: z.enum(LOCALES).optional(),
  roles: z.array(z.enum(STAFF_ROLES)).max(STAFF_ROLES.length),
});

export async function loader({ request }: LoaderFunctionArgs) {
  const { personId, steppedUp } = await requireStaff(request, "owner");
  const query = new URL(request.url).searchParams;
  const members = await listStaff();
  const what = DONE.find((one) => one === query.get("done"));
  const about = members.find((member) => member.personId === query.get("who"));
  return { me: personId, steppedUp, members, done: what && about ? { what, name: about.firstName ?? about.email } : null };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireStaff(request, "owner");
  requireFreshProof(request, actor);
  const form = await parseForm(request, schema);
  if (!form.ok) return form.answer;
  const { intent, personId = "", email, firstName, locale = actor.locale, roles } = form.value;
  const done = (what: (typeof DONE)[number], who: string) => redirect(`${PAGE}?done=${what}&who=${who}`, 303);
  if (intent === "add") {
    if (!email) return form.refuse({ fields: { email: { key: "errors.field.required" } } });
    if (roles.length === 0) return form.refuse({ fields: { roles: { key: "signIn.staff.noRole" } } });
    const added = await welcomeColleague({ email, firstName, roles, locale, actorId: actor.personId });
    return added ? done("added", added) : form.refuse({ fields: { email: { key: "signIn.staff.exists" } } });
  }
  const change = { personId, roles: intent === "save" ? roles : null, actorId: actor.personId };
  const refusal = await changeStaff(change);
  if (!refusal) return done(intent === "save" ? "saved" : "disabled", personId);
  const { data: reply } = form.refuse({ form: { key: `signIn.staff.refused.${refusal}` } });
  return data({ ...reply, about: personId }, { status: 422 });
}

export default function Staff() {
  const t = useT();
  const language = useLocale();
  const { me, steppedUp, members, done } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const about = reply && "about" in reply ? reply.about : null;
  return (
    <Page>
      <PageTitle lead={t("signIn.staff.lead")} back={<BackLink to="/desk/settings">{t("settings.index.back")}</BackLink>}>
        {t("signIn.staff.title")}
      </PageTitle>
      {done && !reply ? (
        <Notice tone="done" live>
          {t(`signIn.staff.done.${done.what}`, { name: done.name })}
        </Notice>
      ) : null}
      <ProofNotice page={PAGE} steppedUp={steppedUp} />
      {members.map((member) => (
        <StaffCard
          key={member.personId}
          member={member}
          me={member.personId === me}
          editable={steppedUp}
          reply={about === member.personId ? reply : null}
        />
      ))}
      {steppedUp ? (
        <Card title={t("signIn.staff.add")}>
          <PostForm key={members.length} reply={about === null ? reply : null}>
            <input type="hidden" name="intent" value="add" />
            <Field name="email" label={t("signIn.staff.addEmail")} hint={t("signIn.staff.addEmailHint")}>
              <TextInput type="email" autoComplete="off" autoCapitalize="off" spellCheck={false} />
            </Field>
            <Field name="firstName" label={t("signIn.staff.addName")} optional>
              <TextInput autoComplete="off" maxLength={60} />
            </Field>
            <Field name="locale" label={t("signIn.staff.addLanguage")}>
              <Select
                defaultValue={language}
                options={LOCALES.map((value) => ({ value, label: t(`common.language.${value}`) }))}
              />
            </Field>
            <RoleBoxes roles={[]} />
            <div>
              <Button>{t("signIn.staff.addSubmit")}</Button>
            </div>
          </PostForm>
        </Card>
      ) : null}
    </Page>
  );
}
