import { isDeepStrictEqual } from "node:util";
import Stripe from "stripe";
import { newId } from "./identifiers";
import type { StripeObject } from "./objects/stripe-object";
import type { Sandbox } from "./sandbox";

export interface EventOptions {
  /** The object before the change; the event then tells which fields were different. */
  before?: StripeObject;
  /** The connected account on which it happened. */
  account?: string | null;
}

/** Records an event and a delivery for each endpoint that subscribed to it. */
export function emitEvent(sandbox: Sandbox, type: string, object: StripeObject, options: EventOptions): void {
  const { tables, cause } = sandbox;
  const id = newId("evt_", 24);
  const previous = options.before ? previousAttributes(options.before, object) : undefined;
  tables.events.insert({
    id,
    object: "event",
    ...(options.account ? { account: options.account } : {}),
    api_version: Stripe.API_VERSION,
    created: sandbox.now(),
    data: { object, ...(previous ? { previous_attributes: previous } : {}) },
    livemode: false,
    pending_webhooks: 0,
    request: { id: cause.requestId, idempotency_key: cause.idempotencyKey },
    type,
  });
  sandbox.webhooks.enqueue(id, type, Boolean(options.account));
}

function previousAttributes(before: StripeObject, after: StripeObject): Record<string, unknown> {
  const changed = Object.keys(after).filter(
    (field) => before[field] !== after[field] && !isDeepStrictEqual(before[field], after[field]),
  );
  return Object.fromEntries(changed.map((field) => [field, before[field] ?? null]));
}
