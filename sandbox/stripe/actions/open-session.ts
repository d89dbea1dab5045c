import { newId } from "../identifiers";
import type { Price } from "../objects/catalogue";
import { newCheckoutSession } from "../objects/checkout-session";
import type { CheckoutSession, SessionDraft, SessionLine } from "../objects/checkout-session";
import { mergeMetadata } from "../objects/stripe-object";
import { livingCustomer } from "../resources/customers";
import type { SessionParams } from "../resources/session-schema";
import type { Sandbox } from "../sandbox";
import { invalidRequest } from "../stripe-error";
import { priceFromData } from "./add-to-catalogue";
import { priceSession } from "./price-session";
import { couponRefusal, refusalOf } from "./redeem-code";
import type { CodeRefusal, Purchase } from "./redeem-code";

const DAY_SECONDS = 86_400;
const MIN_EXPIRY_SECONDS = 30 * 60;

/** Why a shop may not apply a code; the first-purchase sentence is Stripe's own, the others are worded after it. */
const BECAUSE: Record<CodeRefusal, string> = {
  unknown: "it does not exist",
  inactive: "it is not active",
  expired: "it has expired",
  used_up: "it has been used the maximum number of times",
  not_first: "the associated customer has prior transactions",
  other_customer: "it belongs to another customer",
  minimum: "the associated purchase does not meet the minimum amount requirement",
  other_currency: "it is in another currency",
};

export function expireSession(sandbox: Sandbox, id: string): CheckoutSession {
  const expired = sandbox.tables.sessions.update(id, { status: "expired", url: null });
  sandbox.emit("checkout.session.expired", expired);
  return expired;
}

export function openSession(
  sandbox: Sandbox,
  params: SessionParams,
  link: string | null = null,
): CheckoutSession {
  refuseContradictions(sandbox, params);
  const id = newId("cs_test_", 58);
  const { lines, currency, subtotal } = readLines(sandbox, params);
  const purchase = { customer: params.customer ?? null, currency, subtotal };
  for (const discount of params.discounts ?? []) checkDiscount(sandbox, discount, purchase);
  const created = sandbox.now();
  const shipping = params.shipping_options?.[0]?.shipping_rate_data;
  const draft: SessionDraft = sandbox.tables.sessionDrafts.insert({
    id,
    lines,
    shippingAmount: shipping?.fixed_amount.amount ?? 0,
    shippingName: shipping?.display_name ?? null,
    paymentIntentData: {
      metadata: mergeMetadata({}, params.payment_intent_data?.metadata),
      description: params.payment_intent_data?.description ?? null,
      transferGroup: params.payment_intent_data?.transfer_group ?? null,
    },
    subscriptionData: {
      metadata: mergeMetadata({}, params.subscription_data?.metadata),
      description: params.subscription_data?.description ?? null,
      trialDays: params.subscription_data?.trial_period_days ?? null,
    },
    invoiceMetadata: params.invoice_creation?.enabled
      ? mergeMetadata({}, params.invoice_creation.invoice_data?.metadata)
      : null,
    typedEmail: null,
    typedName: null,
  });
  const session = newCheckoutSession({
    id,
    allow_promotion_codes: params.allow_promotion_codes ?? null,
    cancel_url: params.cancel_url ?? null,
    client_reference_id: params.client_reference_id ?? null,
    created,
    currency,
    customer: params.customer ?? null,
    customer_creation: params.customer ? null : params.customer_creation ?? defaultCreation(params.mode),
    customer_email: params.customer_email ?? null,
    discounts: (params.discounts ?? []).map(({ coupon = null, promotion_code: code = null }) => ({
      coupon,
      promotion_code: code,
    })),
    expires_at: params.expires_at ?? created + DAY_SECONDS,
    invoice_creation: invoiceCreation(params),
    locale: params.locale ?? null,
    metadata: mergeMetadata({}, params.metadata),
    mode: params.mode,
    payment_link: link,
    submit_type: params.submit_type ?? null,
    success_url: params.success_url ?? null,
    url: `${sandbox.publicUrl}/c/pay/${id}`,
  });
  return sandbox.tables.sessions.insert(priceSession(sandbox, session, draft));
}

function readLines(sandbox: Sandbox, params: SessionParams) {
  const { tables } = sandbox;
  const prices: Price[] = [];
  let subtotal = 0;
  const lines = params.line_items.map((item, index): SessionLine => {
    const path = `line_items[${index}]`;
    const price = item.price
      ? tables.prices.get(item.price, `${path}[price]`)
      : item.price_data && priceFromData(sandbox, item.price_data, `${path}[price_data]`);
    if (!price)
      throw invalidRequest(`Missing required param: ${path}[price].`, `${path}[price]`, "parameter_missing");
    if (!price.active) throw invalidRequest(`The price specified is inactive.`, `${path}[price]`);
    prices.push(price);
    subtotal += price.unit_amount * (item.quantity ?? 1);
    const taxRates = item.tax_rates ?? [];
    for (const rate of taxRates) tables.taxRates.get(rate, `${path}[tax_rates]`);
    return {
      id: newId("li_", 24),
      price: price.id,
      quantity: item.quantity ?? 1,
      description: tables.products.get(price.product).name,
      taxRates,
    };
  });
  const [first] = prices;
  if (!first) throw invalidRequest("You must specify at least one line item.", "line_items");
  if (prices.some((price) => price.currency !== first.currency)) {
    throw invalidRequest("All prices on a Checkout Session must use the same currency.", "line_items");
  }
  const recurring = prices.some((price) => price.recurring);
  if (recurring !== (params.mode === "subscription")) {
    throw invalidRequest(
      recurring
        ? "You specified `payment` mode but passed a recurring price. Use `subscription` mode or one-time prices only."
        : "You must provide at least one recurring price in `subscription` mode when using prices.",
      "mode",
    );
  }
  return { lines, currency: first.currency, subtotal };
}

function refuseContradictions(sandbox: Sandbox, params: SessionParams): void {
  if (!params.success_url)
    throw invalidRequest("Missing required param: success_url.", "success_url", "parameter_missing");
  if (params.customer && params.customer_email) {
    throw invalidRequest(
      "You may only specify one of these parameters: customer, customer_email.",
      "customer_email",
    );
  }
  if (params.allow_promotion_codes !== undefined && params.discounts) {
    throw invalidRequest(
      "You may only specify one of these parameters: allow_promotion_codes, discounts.",
      "allow_promotion_codes",
    );
  }
  if (params.customer_creation && params.mode !== "payment") {
    throw invalidRequest("`customer_creation` can only be used in `payment` mode.", "customer_creation");
  }
  if (params.customer) livingCustomer(sandbox, params.customer, "customer");
  const expiry = params.expires_at;
  const now = sandbox.now();
  if (expiry !== undefined && (expiry < now + MIN_EXPIRY_SECONDS || expiry > now + DAY_SECONDS)) {
    throw invalidRequest("The `expires_at` timestamp must be 30 minutes to 24 hours from now.", "expires_at");
  }
}

function checkDiscount(
  sandbox: Sandbox,
  { coupon, promotion_code: code }: { coupon?: string | undefined; promotion_code?: string | undefined },
  purchase: Purchase,
): void {
  if ((coupon === undefined) === (code === undefined)) {
    throw invalidRequest("A discount needs a coupon or a promotion_code.", "discounts[0]");
  }
  if (coupon !== undefined) {
    const found = sandbox.tables.coupons.get(coupon, "discounts[0][coupon]");
    if (couponRefusal(sandbox, found, purchase.currency)) {
      throw invalidRequest(`Coupon ${coupon} is used up and cannot be applied.`, "discounts[0][coupon]");
    }
    return;
  }
  const found = sandbox.tables.promotionCodes.get(code ?? "", "discounts[0][promotion_code]");
  const refusal = refusalOf(sandbox, found, purchase);
  if (refusal) {
    const message = `This promotion code cannot be redeemed because ${BECAUSE[refusal]}.`;
    throw invalidRequest(message, "discounts[0][promotion_code]");
  }
}

function defaultCreation(mode: SessionParams["mode"]): string | null {
  return mode === "payment" ? "if_required" : null;
}

function invoiceCreation(params: SessionParams) {
  if (params.mode !== "payment") return null;
  const data = params.invoice_creation?.invoice_data;
  return {
    enabled: params.invoice_creation?.enabled ?? false,
    invoice_data: {
      account_tax_ids: null,
      custom_fields: null,
      description: data?.description ?? null,
      footer: null,
      issuer: null,
      metadata: mergeMetadata({}, data?.metadata),
      rendering_options: null,
    },
  };
}
