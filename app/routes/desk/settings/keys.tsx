import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireFreshProof, requireStaff } from "~/http/actor.server";
import { parseForm } from "~/http/form.server";
import { API_SCOPES } from "~/identity/api-key";
import { changePublishableKey } from "~/identity/change-publishable-key.server";
import { createApiKey } from "~/identity/create-api-key.server";
import { createPublishableKey } from "~/identity/create-publishable-key.server";
import { oneLine } from "~/identity/identity-schema";
import { listApiKeys } from "~/identity/list-api-keys.server";
import { listPublishableKeys } from "~/identity/list-publishable-keys.server";
import { originsField } from "~/identity/publishable-key-schema";
import { revokeApiKey } from "~/identity/revoke-api-key.server";
import { revokePublishableKey } from "~/identity/revoke-publishable-key.server";
import { BackLink } from "~/ui/components/BackLink";
import { Page } from "~/ui/components/Page";
import { PageTitle } from "~/ui/components/PageTitle";
import { useT } from "~/ui/i18n";
import type { PageHandle } from "~/ui/page-handle";
import { ProofNotice } from "../proof-notice";
import { PageKeys } from "./page-keys";
import { ServerKeys } from "./server-keys";

export { ErrorInLayout as ErrorBoundary } from "~/ui/error-page";
export const handle = { title: "wiring.keys.title" } satisfies PageHandle;

const schema = z.object({
  intent: z.enum(["create", "revoke", "create-page", "change-page", "revoke-page"]),
  name: oneLine(60).optional(),
  scopes: z.array(z.enum(API_SCOPES)).max(API_SCOPES.length),
  origins: originsField.optional(),
  id: z.string().max(40).default(""),
});

const REQUIRED = { key: "errors.field.required" };

export async function loader({ request }: LoaderFunctionArgs) {
  const { steppedUp } = await requireStaff(request, "owner");
  return { keys: await listApiKeys(), pageKeys: await listPublishableKeys(), steppedUp };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireStaff(request, "owner");
  requireFreshProof(request, actor);
  const form = await parseForm(request, schema);
  if (!form.ok) return form.answer;
  const { intent, name, scopes, origins, id } = form.value;
  const by = `person:${actor.personId}`;
  if (intent === "create") {
    if (!name) return form.refuse({ fields: { name: REQUIRED } });
    if (scopes.length === 0) return form.refuse({ fields: { scopes: { key: "signIn.keys.noScope" } } });
    const { key } = await createApiKey({ name, scopes, by });
    // In the answer itself, not after a redirect: the key is shown once and stands in no address and no store.
    return { kind: "made" as const, key };
  }
  if (intent === "create-page") {
    if (!name || !origins) return form.refuse({ fields: { ...(!name && { name: REQUIRED }), ...(!origins && { origins: REQUIRED }) } });
    await createPublishableKey({ name, origins, by });
  } else if (intent === "change-page") {
    if (!origins) return form.refuse({ fields: { origins: REQUIRED } });
    await changePublishableKey({ id, origins, by });
    return { kind: "changed" as const, id };
  } else if (intent === "revoke-page") await revokePublishableKey({ id, by });
  else await revokeApiKey({ id, by });
  return redirect("/desk/settings/keys", 303);
}

export default function Keys() {
  const t = useT();
  const { keys, pageKeys, steppedUp } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <Page width="wide">
      <PageTitle lead={t("wiring.keys.lead")} back={<BackLink to="/desk/settings">{t("settings.index.back")}</BackLink>}>
        {t("wiring.keys.title")}
      </PageTitle>
      <ProofNotice page="/desk/settings/keys" steppedUp={steppedUp} />
      <ServerKeys keys={keys} reply={reply} made={reply?.kind === "made" ? reply.key : null} editable={steppedUp} />
      <PageKeys keys={pageKeys} reply={reply} changed={reply?.kind === "changed" ? reply.id : null} editable={steppedUp} />
    </Page>
  );
}
