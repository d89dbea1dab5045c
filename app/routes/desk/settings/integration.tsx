import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { readIntegration } from "~/commerce/read-integration.server";
import { checkStripeConnection } from "~/commerce/stripe-connection.server";
import { requireFreshProof, requireStaff } from "~/http/actor.server";
import { parseForm } from "~/http/form.server";
import { scriptLine } from "~/http/shop-lines.server";
import { listPublishableKeys } from "~/identity/list-publishable-keys.server";
import { connectResend } from "~/journeys/connect-resend.server";
import { connectStripe } from "~/journeys/connect-stripe.server";
import { checkResend, readResendStanding } from "~/notices/check-resend.server";
import { BackLink } from "~/ui/components/BackLink";
import { Card } from "~/ui/components/Card";
import { LinkButton } from "~/ui/components/LinkButton";
import { Page } from "~/ui/components/Page";
import { PageTitle } from "~/ui/components/PageTitle";
import { useT } from "~/ui/i18n";
import type { PageHandle } from "~/ui/page-handle";
import { ProofNotice } from "../proof-notice";
import { Fact, Moment } from "./connection-parts";
import { BrowserCard } from "./browser-card";
import { ResendCard } from "./resend-card";
import { StripeCard } from "./stripe-card";

export { ErrorInLayout as ErrorBoundary } from "~/ui/error-page";
export const handle = { title: "integration.title" } satisfies PageHandle;

const schema = z.object({ intent: z.enum(["check", "connect", "check-mail", "connect-mail"]) });

export async function loader({ request }: LoaderFunctionArgs) {
  const { steppedUp } = await requireStaff(request, "owner");
  return { ...(await readIntegration()), mail: await readResendStanding(), pages: await pagesStanding(), steppedUp };
}

/** The newest key that works with the line for it, and when a page last called with any key. */
async function pagesStanding() {
  const keys = await listPublishableKeys();
  const key = keys.find(({ revokedAt }) => revokedAt === null);
  const calls = keys.flatMap(({ lastUsedAt }) => lastUsedAt ?? []);
  const lastCall = calls.length > 0 ? new Date(Math.max(...calls.map(Number))) : null;
  return { script: key ? { key, line: scriptLine(key.key) } : null, lastCall };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireStaff(request, "owner");
  const form = await parseForm(request, schema);
  if (!form.ok) return form.answer;
  const { intent } = form.value;
  if (intent === "check") return { kind: "checked" as const, findings: await checkStripeConnection() };
  if (intent === "check-mail") return { kind: "mail-checked" as const, mailFindings: await checkResend() };
  requireFreshProof(request, actor);
  const by = `person:${actor.personId}`;
  if (intent === "connect-mail") {
    const outcome = await connectResend({ by });
    if (outcome !== "connected") return form.refuse({ form: { key: `integration.mail.${outcome}` } });
    await checkResend();
    return { kind: "mail-connected" as const };
  }
  const outcome = await connectStripe({ by });
  if (outcome !== "connected") return form.refuse({ form: { key: `integration.stripe.${outcome}` } });
  await checkStripeConnection();
  return { kind: "connected" as const };
}

export default function Integration() {
  const t = useT();
  const { stripe, mail, resendEvent, apiSaleAt, pages, steppedUp } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <Page width="wide">
      <PageTitle lead={t("integration.lead")} back={<BackLink to="/desk/settings">{t("settings.index.back")}</BackLink>}>
        {t("integration.title")}
      </PageTitle>
      <ProofNotice page="/desk/settings/integration" steppedUp={steppedUp} />
      <StripeCard stripe={stripe} reply={reply} mayConnect={steppedUp} />
      <ResendCard standing={mail} lastEvent={resendEvent} reply={reply} mayConnect={steppedUp} />
      <Card
        title={t("integration.api.title")}
        aside={<LinkButton to="/desk/settings/keys" variant="plain" size="small">{t("integration.api.keys")}</LinkButton>}
      >
        <p className="text-muted">{t("integration.api.lead")}</p>
        <dl className="flex flex-col gap-3">
          <Fact label={t("integration.api.lastSale")}>
            <Moment at={apiSaleAt} />
          </Fact>
        </dl>
      </Card>
      <BrowserCard {...pages} />
    </Page>
  );
}
