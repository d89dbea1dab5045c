import { gatherStripeFacts } from "~/commerce/gather-stripe-facts.server";
import { isConnectEvent } from "~/commerce/stripe-events";
import { isPaymentKnown } from "~/commerce/is-payment-known.server";
import { markDead, noteFailure, openInboxEvent } from "~/commerce/open-inbox-event.server";
import { asUnreadable, eventObjectOf, UnreadablePayloadError } from "~/commerce/stripe-payload";
import { NO_FACTS } from "~/commerce/stripe-facts";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import type { StripeClient } from "~/platform/gateways/stripe.server";
import { log } from "~/platform/log.server";
import { keepAndDecide } from "./keep-and-decide.server";
import { takeInConnectEvent } from "./take-in-connect-event.server";
import { takeInTransferEvent } from "./take-in-transfer-event.server";

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
    await keepAndDecide({ inboxEventId, facts }, { db, clock });
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
