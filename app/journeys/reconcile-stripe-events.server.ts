import { keepInboxEvent } from "~/commerce/keep-inbox-event.server";
import { STRIPE_EVENTS } from "~/commerce/stripe-events";
import { readReconcileCursor, saveReconcileCursor } from "~/commerce/reconcile-cursor.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { listEvents, type ListedEvent } from "~/platform/gateways/stripe-facts.server";
import type { StripeClient } from "~/platform/gateways/stripe.server";
import { log } from "~/platform/log.server";

const HOUR_MS = 3_600_000;
/** Events show up in the list a little after they happen, and a webhook may still be on its way. */
const OVERLAP_MS = 2 * HOUR_MS;

const WANTED = new Set<string>(STRIPE_EVENTS);

/**
 * The hourly look at Stripe's own list: whatever never reached us is put into the inbox as if it had. A cursor of ours
 * says how far we came; it moves only after everything before it is in, so that nothing is skipped.
 * @returns how many events had been missed
 */
export async function reconcileStripeEvents(
  { db = rootDb, clock = systemClock, stripe }: Deps & { stripe?: StripeClient } = {},
): Promise<number> {
  const startedAt = clock.now();
  const cursor = await readReconcileCursor({ db, clock });
  const since = new Date(cursor.getTime() - OVERLAP_MS);
  let missed = 0;
  let after: string | null = null;
  do {
    const { events, next } = await listEvents({ since, after }, stripe);
    for (const event of events.filter(({ type }) => WANTED.has(type))) {
      if (await keepInboxEvent(inboxEventOf(event), { db, clock })) missed++;
    }
    after = next;
  } while (after !== null);
  await saveReconcileCursor(startedAt, { db, clock });
  if (missed > 0) log.warn({ missed }, "events of Stripe's had not reached us and are taken in now");
  return missed;
}

function inboxEventOf({ id, type, apiVersion, createdAt, json }: ListedEvent) {
  return { provider: "stripe" as const, eventId: id, type, apiVersion, occurredAt: createdAt, payload: Buffer.from(json) };
}
