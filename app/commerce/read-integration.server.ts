import { env } from "~/platform/env.server";
import { isLiveMode } from "~/platform/gateways/stripe.server";
import { rootDb, type Deps } from "~/platform/deps.server";
import { findStripeConnection } from "./connection-store.server";
import { countInboxEvents, findLastEvent } from "./inbox-store.server";
import { findLastApiSale } from "./purchase-store.server";
import { webhookUrl } from "./stripe-connection.server";
import { findingsSchema, type Findings } from "./stripe-findings";

export interface LastHeard {
  type: string;
  at: Date;
}

export interface StripeIntegration {
  webhookUrl: string;
  livemode: boolean;
  /** `portal`: made here; `environment`: made by hand, its secret is configured; `none`: nothing can come in. */
  endpoint: "portal" | "environment" | "none";
  connectedAt: Date | null;
  checkedAt: Date | null;
  findings: Findings | null;
  lastEvent: LastHeard | null;
  /** Events that were given up (I28), and those still waiting. */
  dead: number;
  waiting: number;
}

/** How the shop is connected and what was last heard from each side. */
export async function readIntegration(
  { db = rootDb }: Deps = {},
): Promise<{ stripe: StripeIntegration; resendEvent: LastHeard | null; apiSaleAt: Date | null }> {
  return await db.transaction("read-integration", async (tx) => {
    const connection = await findStripeConnection(tx);
    const stripeEvent = await findLastEvent(tx, "stripe");
    const resendEvent = await findLastEvent(tx, "resend");
    const findings = findingsSchema.safeParse(connection?.findings);
    return {
      stripe: {
        webhookUrl: webhookUrl(),
        livemode: isLiveMode(),
        endpoint: connection ? "portal" : env().STRIPE_WEBHOOK_SECRET ? "environment" : "none",
        connectedAt: connection?.createdAt ?? null,
        checkedAt: connection?.checkedAt ?? null,
        findings: findings.success ? findings.data : null,
        lastEvent: stripeEvent && { type: stripeEvent.type, at: stripeEvent.receivedAt },
        dead: await countInboxEvents(tx, { provider: "stripe", status: "dead" }),
        waiting: await countInboxEvents(tx, { provider: "stripe", status: "received" }),
      },
      resendEvent: resendEvent && { type: resendEvent.type, at: resendEvent.receivedAt },
      apiSaleAt: await findLastApiSale(tx),
    };
  });
}
