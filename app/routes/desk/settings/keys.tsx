import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireFreshProof, requireStaff } from "~/http/actor.server";
import { parseForm } from "~/http/form.server";
import { API_SCOPES } from "~/identity/api-key";
import { createApiKey } from "~/identity/create-api-key.server";
import { oneLine } from "~/identity/identity-schema";
import { listApiKeys } from "~/identity/list-api-keys.server";
import { revokeApiKey } from "~/identity/revoke-api-key.server";
import { BackLink } from "~/ui/components/BackLink";
import { Button } from "~/ui/components/Button";
import { Card } from "~/ui/components/Card";
import { CopyBox } from "~/ui/components/CopyBox";
import { Field } from "~/ui/components/Field";
import { Page } from "~/ui/components/Page";
import { PageTitle } from "~/ui/components/PageTitle";
import { PostForm } from "~/ui/components/PostForm";
import { TextInput } from "~/ui/components/TextInput";
import { useT } from "~/ui/i18n";
import type { PageHandle } from "~/ui/page-handle";
import { ProofNotice } from "../proof-notice";
import { CheckboxGroup } from "./checkbox-group";
import { KeyList } from "./key-list";

export { ErrorInLayout as ErrorBoundary } from "~/ui/error-page";
export const handle = { title: "signIn.keys.title" } satisfies PageHandle;

const schema = z.object({
  intent: z.enum(["create", "revoke"]),
  name: oneLine(60).optional(),
  scopes: z.array(z.enum(API_SCOPES)).max(API_SCOPES.length),
  id: z.string().max(40).optional(),
});

export async function loader({ request }: LoaderFunctionArgs) {
  const { steppedUp } = await requireStaff(request, "owner");
  return { keys: await listApiKeys(), steppedUp };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireStaff(request, "owner");
  requireFreshProof(request, actor);
  const form = await parseForm(request, schema);
  if (!form.ok) return form.answer;
  const { intent, name, scopes, id } = form.value;
  const by = `person:${actor.personId}`;
  if (intent === "revoke") {
    await revokeApiKey({ id: id ?? "", by });
    return redirect("/desk/settings/keys", 303);
  }
  if (!name) return form.refuse({ fields: { name: { key: "errors.field.required" } } });
  if (scopes.length === 0) return form.refuse({ fields: { scopes: { key: "signIn.keys.noScope" } } });
  const { key } = await createApiKey({ name, scopes, by });
  // In the answer itself, not after a redirect: the key is shown once and stands in no address and no store.
  return { kind: "made" as const, key };
}

export default function Keys() {
  const t = useT();
  const { keys, steppedUp } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const made = reply?.kind === "made" ? reply.key : null;
  return (
    <Page width="wide">
      <PageTitle lead={t("signIn.keys.lead")} back={<BackLink to="/desk/settings">{t("settings.index.back")}</BackLink>}>
        {t("signIn.keys.title")}
      </PageTitle>
      {made ? (
        <Card title={t("signIn.keys.made")}>
          <CopyBox label={t("signIn.keys.madeHint")} value={made} />
        </Card>
      ) : null}
      <ProofNotice page="/desk/settings/keys" steppedUp={steppedUp} />
      <KeyList keys={keys} editable={steppedUp} />
      {steppedUp ? (
        <Card title={t("signIn.keys.create")}>
          <PostForm reply={reply} key={made}>
            <input type="hidden" name="intent" value="create" />
            <Field name="name" label={t("signIn.keys.name")} hint={t("signIn.keys.nameHint")}>
              <TextInput maxLength={60} autoComplete="off" />
            </Field>
            <CheckboxGroup
              name="scopes"
              legend={t("signIn.keys.scopes")}
              options={API_SCOPES.map((scope) => ({
                value: scope,
                label: t(`signIn.keys.${scope}`),
                hint: t(`signIn.keys.${scope}Hint`),
                checked: scope === "track",
              }))}
            />
            <div>
              <Button>{t("signIn.keys.create")}</Button>
            </div>
          </PostForm>
        </Card>
      ) : null}
    </Page>
  );
}
