import { gatherStripeFacts } from "~/commerce/gather-stripe-facts.server";
import { isConnectEvent } from "~/commerce/stripe-events";
import { isPaymentKnown } from "~/commerce/is-payment-known.server";
import { markDead, markProcessed, noteFailure, openInboxEvent } from "~/commerce/open-inbox-event.server";
import { recordStripeFacts } from "~/commerce/record-stripe-facts.server";
import { asUnreadable, eventObjectOf, UnreadablePayloadError } from "~/commerce/stripe-payload";
import { NO_FACTS, type StripeFacts } from "~/commerce/stripe-facts";
import { noteOwnCodeUsed } from "~/fulfilment/note-own-code-used.server";
import type { Clock } from "~/platform/clock.server";
import { within, type Tx } from "~/platform/db.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import type { StripeClient } from "~/platform/gateways/stripe.server";
import { log } from "~/platform/log.server";
import { lockRewardsOfPurchase } from "~/rewards/lock-rewards-of-purchase.server";
import { linkToPerson } from "./link-to-person.server";
import { openTokenLists } from "./open-token-lists.server";
import { settlePurchase } from "./settle-purchase.server";
import { settleRefund } from "./settle-refund.server";
import { stopForFinding } from "./stop-for-finding.server";
import { takeInConnectEvent } from "./take-in-connect-event.server";
import { takeInTransferEvent } from "./take-in-transfer-event.server";
import { thankedPaymentFirst } from "./thanked-payment-first.server";

interface EventDeps extends Deps {
  stripe?: StripeClient;
}

/**
 * The job behind every event of Stripe's: reads what it is about from Stripe, keeps the facts, decides, and marks the
 * event in one transaction with all of that (N1). Safe to run any number of times, at the same time too.
 * @throws whatever made a try fail, so that the job tries again; what no try can read is given up and kept visible
 */
export async function takeInStripeEvent(
  { inboxEventId }: { inboxEventId: string },
  { db = rootDb, clock = systemClock, stripe }: EventDeps = {},
): Promise<void> {
  const event = await openInboxEvent(inboxEventId, { db });
  if (!event.waits) return;
  try {
    if (isConnectEvent(event.type)) return await takeInConnectEvent({ inboxEventId, payload: event.payload }, { db, clock, stripe });
    if (event.type === "transfer.reversed") return await takeInTransferEvent({ inboxEventId, payload: event.payload }, { db, clock, stripe });
    const told = { type: event.type, object: eventObjectOf(event.payload) };
    const facts = (await isPaymentKnown(told, { db })) ? NO_FACTS : await gatherStripeFacts(told, stripe).catch(asUnreadable);
    await keepAndDecide(inboxEventId, facts, { db, clock });
  } catch (error) {
    const code = error instanceof Error ? error.name : "unknown";
    if (!(error instanceof UnreadablePayloadError)) {
      await noteFailure(inboxEventId, code, { db });
      throw error;
    }
    log.error({ err: error, inboxEventId, type: event.type }, "an event of Stripe's cannot be read and is given up");
    await markDead(inboxEventId, code, { db, clock });
  }
}

async function keepAndDecide(inboxEventId: string, facts: StripeFacts, { db, clock }: Required<Deps>): Promise<void> {
  await db.transaction("take-in-stripe-event", async (tx) => {
    tx.sql.keepPlans();
    const joined = { db: within(tx), clock };
    if (!(await markProcessed(tx, inboxEventId, clock.now()))) return;
    const { purchaseId, adjustedPurchaseIds, warned, emailHash } = await recordStripeFacts(await openTokenLists(tx, facts), thankedPaymentFirst, joined);
    await linkToPerson(tx, emailHash);
    if (purchaseId) await settlePurchase({ purchaseId }, joined);
    await noteOwnCodeUsed(tx, { purchaseId, codesOfFreeOrder: facts.codesOfFreeOrder, now: clock.now() });
    for (const adjusted of adjustedPurchaseIds) await settleRefund({ purchaseId: adjusted }, joined);
    if (warned) await stopWarned(tx, warned, clock);
  });
}

/** The provider warns of fraud after the grant (R12); before it the rules find the warning themselves. */
async function stopWarned(tx: Tx, { purchaseId, factKey }: { purchaseId: string; factKey: string }, clock: Clock): Promise<void> {
  const rewards = await lockRewardsOfPurchase(tx, purchaseId);
  const check = { rule: "R12", version: 1, outcome: "hold", compared: { warning: "early_fraud_warning" } } as const;
  await stopForFinding(tx, { rewards, check, factKey }, clock);
}
