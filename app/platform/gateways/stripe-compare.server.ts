import { stripeCall, stripeClient, stripeFind, type StripeClient } from "./stripe.server";

/** Something at Stripe that bears our mark or concerns a payment, with its amount in minor units. */
export interface StripeThing {
  id: string;
  amountMinor: bigint;
  /** Upper case. */
  currency: string;
  status: string;
  /** The payment it is about, under any name Stripe has for it. */
  paymentKeys: string[];
  metadata: Record<string, string>;
  /** What of it was taken back, in minor units; 0 for what cannot be. */
  returnedMinor: bigint;
  createdAt: Date;
}

interface Listed {
  id: string;
  amount: number;
  amount_reversed?: number;
  currency: string;
  created: number;
  status?: string | null;
  payment_intent?: string | { id: string } | null;
  charge?: string | { id: string } | null;
  metadata?: Record<string, string> | null;
}

/** Every credit on a customer's balance, what it gives the customer positive; null when Stripe does not know the customer. */
export async function listCustomerCredits(customerId: string, stripe: StripeClient = stripeClient()): Promise<StripeThing[] | null> {
  return await stripeFind(async () => {
    const things: StripeThing[] = [];
    for await (const credit of stripe.customers.listBalanceTransactions(customerId, { limit: 100 })) things.push(thingOf({ ...credit, amount: -credit.amount }));
    return things;
  });
}

/** A promotion code with what its coupon takes off, `active` or `off`; null when Stripe does not know it. */
export async function readPersonalCode(id: string, stripe: StripeClient = stripeClient()): Promise<StripeThing | null> {
  return await stripeFind(async () => {
    const { promotion, created, metadata, active } = await stripe.promotionCodes.retrieve(id, { expand: ["promotion.coupon"] });
    const coupon = typeof promotion.coupon === "object" ? promotion.coupon : null;
    return thingOf({ id, created, metadata, status: active ? "active" : "off", amount: coupon?.amount_off ?? 0, currency: coupon?.currency ?? "" });
  });
}

/** Every refund, dispute or transfer made since a moment, the newest first. */
export async function listMadeSince(what: "refunds" | "disputes" | "transfers", since: Date, stripe: StripeClient = stripeClient()): Promise<StripeThing[]> {
  return await stripeCall(async () => {
    const things: StripeThing[] = [];
    const page = { created: { gte: Math.floor(since.getTime() / 1000) }, limit: 100 };
    const list: AsyncIterable<Listed> = stripe[what].list(page);
    for await (const one of list) things.push(thingOf(one));
    return things;
  });
}

function thingOf({ id, amount, amount_reversed: reversed = 0, currency, created, status, payment_intent: intent, charge, metadata }: Listed): StripeThing {
  const idOf = (ref: string | { id: string } | null | undefined) => (typeof ref === "string" ? ref : ref?.id);
  return {
    id,
    amountMinor: BigInt(amount),
    currency: currency.toUpperCase(),
    status: status ?? "",
    paymentKeys: [idOf(intent), idOf(charge)].filter((key) => key !== undefined),
    metadata: metadata ?? {},
    returnedMinor: BigInt(reversed),
    createdAt: new Date(created * 1000),
  };
}
