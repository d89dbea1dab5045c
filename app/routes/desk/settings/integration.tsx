import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { readIntegration } from "~/commerce/read-integration.server";
import { checkStripeConnection } from "~/commerce/stripe-connection.server";
import { requireFreshProof, requireStaff } from "~/http/actor.server";
import { parseForm } from "~/http/form.server";
import { connectStripe } from "~/journeys/connect-stripe.server";
import { Card } from "~/ui/components/Card";
import { LinkButton } from "~/ui/components/LinkButton";
import { Page } from "~/ui/components/Page";
import { PageTitle } from "~/ui/components/PageTitle";
import { useT } from "~/ui/i18n";
import type { PageHandle } from "~/ui/page-handle";
import { ProofNotice } from "../proof-notice";
import { Fact, Moment, StripeCard } from "./integration-parts";

export { ErrorInLayout as ErrorBoundary } from "~/ui/error-page";
export const handle = { title: "integration.title" } satisfies PageHandle;

const schema = z.object({ intent: z.enum(["check", "connect"]) });

export async function loader({ request }: LoaderFunctionArgs) {
  const { steppedUp } = await requireStaff(request, "owner");
  return { ...(await readIntegration()), steppedUp };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireStaff(request, "owner");
  const form = await parseForm(request, schema);
  if (!form.ok) return form.answer;
  if (form.value.intent === "check") {
    return { kind: "checked" as const, findings: await checkStripeConnection() };
  }
  requireFreshProof(request, actor);
  const outcome = await connectStripe({ by: `person:${actor.personId}` });
  if (outcome !== "connected") return form.refuse({ form: { key: `integration.stripe.${outcome}` } });
  await checkStripeConnection();
  return { kind: "connected" as const };
}

export default function Integration() {
  const t = useT();
  const { stripe, resendEvent, apiSaleAt, steppedUp } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <Page width="wide">
      <PageTitle lead={t("integration.lead")}>{t("integration.title")}</PageTitle>
      <ProofNotice page="/desk/settings/integration" steppedUp={steppedUp} />
      <StripeCard stripe={stripe} reply={reply} mayConnect={steppedUp} />
      <Card
        title={t("integration.mail.title")}
        aside={<LinkButton to="/desk/mail" variant="plain" size="small">{t("integration.mail.log")}</LinkButton>}
      >
        <dl className="flex flex-col gap-3">
          <Fact label={t("integration.mail.lastEvent")}>
            <Moment at={resendEvent?.at ?? null} type={resendEvent?.type} />
          </Fact>
        </dl>
      </Card>
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
    </Page>
  );
}
