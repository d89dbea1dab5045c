import { stripeCall, stripeClient, stripeFind, type StripeClient } from "./stripe.server";

export interface CustomerCredit {
  customerId: string;
  /** What the customer gets, in minor units; below zero it is taken back. */
  amountMinor: bigint;
  currency: string;
  /** Shown to the customer on the invoice. */
  description: string;
  metadata: Record<string, string>;
  idempotencyKey: string;
}

/** A line on a customer's balance. */
export interface BalanceChange {
  id: string;
  /** What the customer owed once it was there, in minor units; their next invoice would charge it. */
  owedMinor: bigint;
}

const changeOf = ({ id, ending_balance: ending }: { id: string; ending_balance: number }): BalanceChange => ({ id, owedMinor: ending > 0 ? BigInt(ending) : 0n });

/** Credits a customer's balance, or takes credit off it; their next finalised invoice uses what is there (F31). */
export async function createCustomerCredit(credit: CustomerCredit, stripe: StripeClient = stripeClient()): Promise<BalanceChange> {
  const { customerId, amountMinor, currency, description, metadata, idempotencyKey } = credit;
  const transaction = await stripeCall(() =>
    stripe.customers.createBalanceTransaction(
      customerId,
      // Below zero is credit for the customer.
      { amount: -Number(amountMinor), currency: currency.toLowerCase(), description, metadata },
      { idempotencyKey },
    ),
  );
  return changeOf(transaction);
}

/** The line that carries this value in its metadata (F33), among the newest 1,000; null when none does. */
export async function findCustomerCredit(
  by: { customerId: string; metadataKey: string; value: string },
  stripe: StripeClient = stripeClient(),
): Promise<BalanceChange | null> {
  let after: string | undefined;
  for (let page = 0; page < 10; page++) {
    const list = await stripeFind(() =>
      stripe.customers.listBalanceTransactions(by.customerId, { limit: 100, ...(after && { starting_after: after }) }),
    );
    const found = list?.data.find(({ metadata }) => metadata?.[by.metadataKey] === by.value);
    if (found) return changeOf(found);
    after = list?.data.at(-1)?.id;
    if (!list?.has_more || !after) return null;
  }
  return null;
}

export interface CouponInput {
  /** Ours, so that the same coupon is never made twice and can be found again. */
  id: string;
  name: string;
  off: { amountMinor: bigint; currency: string } | { basisPoints: number };
  /** How often it counts for a subscription. */
  duration: "once" | "forever";
  metadata: Record<string, string>;
}

/** Makes a coupon, or returns the one of that id that stands already. */
export async function ensureCoupon(input: CouponInput, stripe: StripeClient = stripeClient()): Promise<string> {
  const known = await stripeFind(() => stripe.coupons.retrieve(input.id));
  if (known) return known.id;
  const off =
    "basisPoints" in input.off
      ? { percent_off: input.off.basisPoints / 100 }
      : { amount_off: Number(input.off.amountMinor), currency: input.off.currency.toLowerCase() };
  const coupon = await stripeCall(() =>
    stripe.coupons.create(
      { id: input.id, name: input.name.slice(0, 40), duration: input.duration, metadata: input.metadata, ...off },
      { idempotencyKey: `coupon:${input.id}` },
    ),
  );
  return coupon.id;
}
