import { z } from "zod";
import { paymentMethodFor } from "../actions/cards";
import { redeem } from "../actions/redeem-code";
import { endSubscription } from "../actions/renew-subscription";
import { startSubscription } from "../actions/start-subscription";
import { declinedError } from "../actions/take-payment";
import { mergeMetadata } from "../objects/stripe-object";
import { newSubscriptionItem } from "../objects/subscription";
import type { Subscription } from "../objects/subscription";
import { accepted, clearable, currency, flag, integer, list, metadata, positive, text } from "../parameters";
import { listRoute, route } from "../route";
import type { Route } from "../route";
import type { Sandbox } from "../sandbox";
import { invalidRequest, missingResource } from "../stripe-error";
import { livingCustomer } from "./customers";

const item = z.strictObject({
  id: text.optional(),
  price: text.optional(),
  quantity: positive.optional(),
  tax_rates: list(text).optional(),
  metadata: metadata.optional(),
});

const discount = z.strictObject({ coupon: text.optional(), promotion_code: text.optional() });
/** On a change, one that stands is kept by its own name. */
const changedDiscount = discount.extend({ discount: text.optional() });

const shared = {
  cancel_at_period_end: flag.optional(),
  default_payment_method: text.optional(),
  description: clearable(text).optional(),
  metadata: metadata.optional(),
  off_session: flag.optional(),
  payment_behavior: text.optional(),
  payment_settings: accepted.optional(),
  proration_behavior: text.optional(),
};

export const subscriptionRoutes: Route[] = [
  route(
    "POST",
    "/v1/subscriptions",
    "subscription",
    {
      ...shared,
      collection_method: z.literal("charge_automatically").optional(),
      currency: currency.optional(),
      customer: text,
      discounts: list(discount).optional(),
      items: list(item),
      trial_period_days: positive.optional(),
    },
    ({ sandbox, params }) => {
      const customer = livingCustomer(sandbox, params.customer, "customer");
      const methodId = params.default_payment_method ?? customer.invoice_settings.default_payment_method;
      const started = startSubscription(sandbox, {
        customer: customer.id,
        items: params.items.map((one, index) => ({
          price: sandbox.tables.prices.get(one.price ?? "", `items[${index}][price]`),
          quantity: one.quantity ?? 1,
          taxRates: (one.tax_rates ?? []).map((id) =>
            sandbox.tables.taxRates.get(id, `items[${index}][tax_rates]`),
          ),
        })),
        extraLines: [],
        metadata: mergeMetadata({}, params.metadata),
        description: params.description ?? null,
        trialDays: params.trial_period_days ?? null,
        paymentMethod: methodId ? paymentMethodFor(sandbox, methodId) : null,
        discounts: (subscription) =>
          (params.discounts ?? []).map(({ coupon, promotion_code: code = null }) => {
            const used =
              coupon ??
              sandbox.tables.promotionCodes.get(code ?? "", "discounts[0][promotion_code]").promotion.coupon;
            return redeem(
              sandbox,
              { coupon: used, promotionCode: code },
              { customer: customer.id, subscription },
            );
          }),
      });
      if (started.charge?.status === "failed") throw declinedError(sandbox, started.charge);
      return started.subscription;
    },
  ),
  route("GET", "/v1/subscriptions/:id", "subscription", {}, ({ sandbox, at }) =>
    sandbox.tables.subscriptions.get(at("id")),
  ),
  route(
    "POST",
    "/v1/subscriptions/:id",
    "subscription",
    {
      ...shared,
      cancel_at: clearable(integer).optional(),
      discounts: clearable(list(changedDiscount)).optional(),
      items: list(item).optional(),
      pause_collection: clearable(
        z.strictObject({ behavior: text, resumes_at: integer.optional() }),
      ).optional(),
    },
    ({ sandbox, params, at }) => {
      const before = sandbox.tables.subscriptions.get(at("id"));
      if (before.status === "canceled") {
        throw invalidRequest(
          "A canceled subscription can only update its cancellation_details and metadata.",
        );
      }
      const after = sandbox.tables.subscriptions.update(before.id, changesOf(sandbox, before, params));
      sandbox.emit("customer.subscription.updated", after, { before });
      return after;
    },
  ),
  route(
    "DELETE",
    "/v1/subscriptions/:id",
    "subscription",
    { invoice_now: flag.optional(), prorate: flag.optional(), cancellation_details: accepted.optional() },
    ({ sandbox, at }) => {
      if (sandbox.tables.subscriptions.get(at("id")).status === "canceled") {
        throw invalidRequest(`No such subscription: '${at("id")}'`, "id", "resource_missing");
      }
      return endSubscription(sandbox, at("id"));
    },
  ),
  route(
    "POST",
    "/v1/subscriptions/:id/resume",
    "subscription",
    { billing_cycle_anchor: text.optional(), proration_behavior: text.optional() },
    ({ sandbox, at }) => {
      const before = sandbox.tables.subscriptions.get(at("id"));
      if (before.status !== "paused") throw invalidRequest("Only a paused subscription can be resumed.");
      const after = sandbox.tables.subscriptions.update(before.id, { status: "active" });
      sandbox.emit("customer.subscription.resumed", after, { before });
      return after;
    },
  ),
  listRoute(
    "/v1/subscriptions",
    "subscription",
    { customer: text.optional(), price: text.optional(), status: text.optional() },
    ({ sandbox: { tables }, params: { customer, price, status } }) =>
      (customer === undefined ? tables.subscriptions.all() : tables.subscriptions.where("customer", customer))
        .filter((one) => price === undefined || one.items.data.some((part) => part.price.id === price))
        .filter((one) => matchesStatus(one.status, status)),
  ),
];

/** Without a status Stripe leaves out what has ended. */
function matchesStatus(status: string, wanted: string | undefined): boolean {
  if (wanted === undefined) return status !== "canceled";
  const ended = status === "canceled" || status === "incomplete_expired";
  return wanted === "all" || status === wanted || (wanted === "ended" && ended);
}

interface SubscriptionChange {
  cancel_at?: number | null | undefined;
  cancel_at_period_end?: boolean | undefined;
  default_payment_method?: string | undefined;
  description?: string | null | undefined;
  discounts?: z.output<typeof changedDiscount>[] | null | undefined;
  items?: z.output<typeof item>[] | undefined;
  metadata?: Record<string, string> | null | undefined;
  pause_collection?: { behavior: string; resumes_at?: number | undefined } | null | undefined;
}

function changesOf(
  sandbox: Sandbox,
  before: Subscription,
  change: SubscriptionChange,
): Partial<Subscription> {
  const patch: Partial<Subscription> = { metadata: mergeMetadata(before.metadata, change.metadata) };
  if (change.discounts !== undefined) patch.discounts = (change.discounts ?? []).map((one) => keptOrRedeemed(sandbox, before, one));
  if (change.description !== undefined) patch.description = change.description;
  if (change.default_payment_method) {
    patch.default_payment_method = paymentMethodFor(sandbox, change.default_payment_method).id;
  }
  if (change.pause_collection !== undefined) {
    const pause = change.pause_collection;
    patch.pause_collection = pause && { behavior: pause.behavior, resumes_at: pause.resumes_at ?? null };
  }
  if (change.cancel_at !== undefined) patch.cancel_at = change.cancel_at;
  if (change.cancel_at_period_end !== undefined) {
    const periodEnd = before.items.data[0]?.current_period_end ?? sandbox.now();
    patch.cancel_at_period_end = change.cancel_at_period_end;
    patch.cancel_at = change.cancel_at_period_end ? periodEnd : null;
    patch.canceled_at = change.cancel_at_period_end ? sandbox.now() : null;
  }
  if (change.items) patch.items = { ...before.items, data: changedItems(sandbox, before, change.items) };
  return patch;
}

/** Whatever is not named goes; a coupon that is counts one use. */
function keptOrRedeemed(
  sandbox: Sandbox,
  { id, customer, discounts }: Subscription,
  { discount: kept, coupon, promotion_code: code }: z.output<typeof changedDiscount>,
): string {
  if (kept !== undefined) {
    if (!discounts.includes(kept)) throw missingResource("discount", kept, "discounts[0][discount]");
    return kept;
  }
  const used =
    coupon ?? sandbox.tables.promotionCodes.get(code ?? "", "discounts[0][promotion_code]").promotion.coupon;
  return redeem(sandbox, { coupon: used, promotionCode: code ?? null }, { customer, subscription: id }).id;
}

/** A change of plan counts from the next period on; the sandbox does not prorate. */
function changedItems(sandbox: Sandbox, before: Subscription, changes: z.output<typeof item>[]) {
  return before.items.data.map((old) => {
    const change = changes.find((one) => one.id === old.id);
    if (!change) return old;
    return newSubscriptionItem({
      id: old.id,
      created: old.created,
      price: change.price ? sandbox.tables.prices.get(change.price, "items[0][price]") : old.price,
      quantity: change.quantity ?? old.quantity,
      subscription: before.id,
      taxRates: old.tax_rates,
      periodStart: old.current_period_start,
      periodEnd: old.current_period_end,
    });
  });
}
