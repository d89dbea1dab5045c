import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { z } from "zod";
import { requireFreshProof, requireStaff } from "~/http/actor.server";
import { parseForm } from "~/http/form.server";
import { oneLine } from "~/identity/identity-schema";
import { addWebhook } from "~/journeys/add-webhook.server";
import { ConflictError } from "~/platform/errors";
import { BackLink } from "~/ui/components/BackLink";
import { Button } from "~/ui/components/Button";
import { Card } from "~/ui/components/Card";
import { Field } from "~/ui/components/Field";
import { Notice } from "~/ui/components/Notice";
import { Page } from "~/ui/components/Page";
import { PageTitle } from "~/ui/components/PageTitle";
import { PostForm } from "~/ui/components/PostForm";
import { TextInput } from "~/ui/components/TextInput";
import { useT } from "~/ui/i18n";
import type { PageHandle } from "~/ui/page-handle";
import { TargetRefusedError } from "~/webhooks/endpoint-input";
import { WEBHOOK_EVENT_TYPES } from "~/webhooks/event-types";
import { listEndpoints } from "~/webhooks/list-endpoints.server";
import { ProofNotice } from "../proof-notice";
import { WebhookFields } from "./webhook-fields";
import { WebhookList } from "./webhook-list";
import { WebhookSecret } from "./webhook-secret";

export { ErrorInLayout as ErrorBoundary } from "~/ui/error-page";
export const handle = { title: "webhooks.title" } satisfies PageHandle;

const schema = z.object({
  url: z.string().trim().max(2_000),
  description: oneLine(100).optional(),
  types: z.array(z.enum(WEBHOOK_EVENT_TYPES)),
});

export async function loader({ request }: LoaderFunctionArgs) {
  const { steppedUp } = await requireStaff(request, "owner");
  return { endpoints: await listEndpoints(), steppedUp };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireStaff(request, "owner");
  requireFreshProof(request, actor);
  const form = await parseForm(request, schema);
  if (!form.ok) return form.answer;
  const { url, description, types } = form.value;
  if (types.length === 0) return form.refuse({ fields: { types: { key: "webhooks.noType" } } });
  try {
    const { secret } = await addWebhook({ url, description: description ?? null, types, by: `person:${actor.personId}` });
    // In the answer itself, not after a redirect: the secret is shown once and stands in no address.
    return { kind: "made" as const, secret };
  } catch (error) {
    if (error instanceof TargetRefusedError) return form.refuse({ fields: { url: error.userMessage } });
    if (!(error instanceof ConflictError)) throw error;
    return form.refuse({ fields: { url: { key: `webhooks.refused.${error.code === "webhook_known" ? "known" : "tooMany"}` } } });
  }
}

export default function Webhooks() {
  const t = useT();
  const { endpoints, steppedUp } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const [search] = useSearchParams();
  const made = reply?.kind === "made" ? reply.secret : null;
  return (
    <Page width="wide">
      <PageTitle lead={t("webhooks.lead")} back={<BackLink to="/desk/settings">{t("settings.index.back")}</BackLink>}>
        {t("webhooks.title")}
      </PageTitle>
      {search.has("removed") && !reply ? <Notice tone="done" live>{t("webhooks.remove.done")}</Notice> : null}
      {made ? <WebhookSecret secret={made} oldUntil={null} /> : null}
      <ProofNotice page="/desk/settings/webhooks" steppedUp={steppedUp} />
      <WebhookList endpoints={endpoints} />
      {steppedUp ? (
        <Card title={t("webhooks.add")}>
          <PostForm reply={reply} key={made}>
            <Field name="url" label={t("webhooks.url")} hint={t("webhooks.urlHint")}>
              <TextInput type="url" maxLength={2000} autoComplete="off" />
            </Field>
            <WebhookFields description={null} types={WEBHOOK_EVENT_TYPES} />
            <div>
              <Button>{t("webhooks.addButton")}</Button>
            </div>
          </PostForm>
        </Card>
      ) : null}
    </Page>
  );
}
