import { z } from "zod";

/** A reference of Stripe's: an id, or the object itself where it was expanded. */
const ref = z.union([z.string(), z.object({ id: z.string() }).transform(({ id }) => id)]);
const optionalRef = ref.nullish().transform((value) => value ?? null);
const minor = z.number().int();
const optionalMinor = minor.nullish().transform((value) => value ?? 0);
const seconds = z.number().transform((value) => new Date(value * 1000));
const optionalSeconds = seconds.nullish().transform((value) => value ?? null);
const text = z.string().nullish().transform((value) => value ?? null);
const currency = z.string().transform((value) => value.toUpperCase());
const metadata = z.record(z.string(), z.string()).nullish().transform((value) => value ?? {});
const list = <Item extends z.ZodType>(item: Item) =>
  z.object({ data: z.array(item) }).nullish().transform((value) => value?.data ?? []);

/** A discount that was applied; the code's letters are there only when the promotion code was expanded. */
const discount = z
  .union([z.string(), z.object({ promotion_code: z.union([z.string(), z.object({ code: z.string() })]).nullish() })])
  .transform((value) => {
    const promotion = typeof value === "string" ? null : value.promotion_code;
    return typeof promotion === "object" && promotion ? promotion.code : null;
  });
const discountCodes = z.array(discount).nullish().transform((value) => (value ?? []).filter((code) => code !== null));

export const customerShape = z.object({
  id: z.string(),
  email: text,
  created: optionalSeconds,
  metadata,
  deleted: z.boolean().optional(),
});
export type StripeCustomer = z.output<typeof customerShape>;

/** Who paid: an id, or the whole customer where it was expanded. */
const payer = z.union([z.string(), customerShape]).nullish().transform((value) => value ?? null);

export const productShape = z.object({ id: z.string(), metadata });
const price = z.object({ metadata, product: z.union([z.string(), productShape]).nullish() }).nullish();

export const invoiceShape = z.object({
  id: z.string(),
  status: text,
  currency,
  customer: payer,
  customer_email: text,
  amount_paid: minor,
  total: minor,
  created: seconds,
  status_transitions: z.object({ paid_at: optionalSeconds }).nullish(),
  metadata,
  discounts: discountCodes,
  total_discount_amounts: z.array(z.object({ amount: minor })).nullish(),
  total_taxes: z.array(z.object({ amount: minor })).nullish(),
  shipping_cost: z.object({ amount_subtotal: optionalMinor }).nullish(),
  parent: z.object({ subscription_details: z.object({ subscription: optionalRef, metadata }).nullish() }).nullish(),
  payments: list(z.object({ status: text, payment: z.object({ payment_intent: optionalRef }) })),
  lines: list(
    z.object({
      amount: minor,
      quantity: z.number().nullish(),
      discount_amounts: z.array(z.object({ amount: minor })).nullish(),
      taxes: z.array(z.object({ amount: minor, tax_behavior: text })).nullish(),
      pricing: z.object({ price_details: z.object({ product: z.string() }).nullish() }).nullish(),
    }),
  ),
});
export type StripeInvoice = z.output<typeof invoiceShape>;

export const sessionShape = z.object({
  id: z.string(),
  mode: z.string(),
  payment_status: z.string(),
  currency: currency.nullish(),
  amount_total: optionalMinor,
  created: seconds,
  customer: optionalRef,
  customer_details: z.object({ email: text }).nullish(),
  client_reference_id: text,
  metadata,
  payment_intent: optionalRef,
  invoice: optionalRef,
  subscription: optionalRef,
  discounts: discountCodes,
  total_details: z
    .object({ amount_discount: optionalMinor, amount_shipping: optionalMinor, amount_tax: optionalMinor })
    .nullish(),
  line_items: list(
    z.object({ amount_total: minor, amount_tax: optionalMinor, quantity: z.number().nullish(), price }),
  ),
});
export type StripeSession = z.output<typeof sessionShape>;

const charge = z.object({
  id: z.string(),
  created: seconds,
  customer: optionalRef,
  billing_details: z.object({ email: text }).nullish(),
  outcome: z.object({ risk_level: text }).nullish(),
  payment_method_details: z.record(z.string(), z.unknown()).nullish(),
  /** The line on our balance; Stripe may write it a moment after the charge. */
  balance_transaction: z.union([z.string(), z.object({ available_on: seconds })]).nullish(),
});

export const intentShape = z.object({
  id: z.string(),
  status: z.string(),
  currency,
  customer: payer,
  amount_received: optionalMinor,
  created: seconds,
  metadata,
  receipt_email: text,
  latest_charge: z.union([z.string(), charge]).nullish(),
});
export type StripeIntent = z.output<typeof intentShape>;

export const chargeShape = z.object({ id: z.string(), payment_intent: optionalRef });

export const invoicePaymentShape = z.object({
  invoice: ref,
  payment: z.object({ payment_intent: optionalRef }),
});

export const subscriptionShape = z.object({
  id: z.string(),
  customer: optionalRef,
  status: z.string(),
  metadata,
  discounts: discountCodes,
  start_date: seconds,
  ended_at: optionalSeconds,
});
export type StripeSubscription = z.output<typeof subscriptionShape>;

export const refundShape = z.object({
  id: z.string(),
  amount: minor,
  currency,
  charge: optionalRef,
  payment_intent: optionalRef,
  status: z.string().nullish(),
  created: seconds,
});
export type StripeRefund = z.output<typeof refundShape>;

export const disputeShape = z.object({
  id: z.string(),
  amount: minor,
  currency,
  charge: optionalRef,
  payment_intent: optionalRef,
  status: z.string(),
  created: seconds,
  balance_transactions: z.array(z.object({ amount: minor })).nullish(),
});
export type StripeDispute = z.output<typeof disputeShape>;

export const fraudWarningShape = z.object({
  id: z.string(),
  charge: ref,
  payment_intent: optionalRef,
  fraud_type: z.string(),
  created: seconds,
});
export type StripeFraudWarning = z.output<typeof fraudWarningShape>;

export const creditNoteShape = z.object({
  id: z.string(),
  currency,
  invoice: ref,
  status: z.string(),
  created: seconds,
  post_payment_amount: optionalMinor,
  refunds: z.array(z.object({ amount_refunded: optionalMinor })).nullish(),
});
export type StripeCreditNote = z.output<typeof creditNoteShape>;
