import type { Tx } from "~/platform/db.server";
import { isLocale, type Locale } from "~/platform/locale";
import type { Side } from "~/programs/reward-side";
import { findPayoutAccount } from "./payout-account-store.server";

/** Whom a reward goes to, at the provider. */
export interface CreditTarget {
  side: Side;
  /** Null of a friend, of whom we know no more than what they bought. */
  personId: string | null;
  locale: Locale;
  /** Null when they are no customer at Stripe, or not yet. */
  stripeCustomerId: string | null;
  /** Their own subscription that goes on, as far as we were told. */
  subscriptionId: string | null;
  /** Their account for payments in cash; null when they never began one. */
  payoutAccountId: string | null;
}

/** The champion's own customer at Stripe: the one we have known longest that still exists. */
export async function findCreditTarget(tx: Tx, championId: string): Promise<CreditTarget> {
  const { personId } = await tx.champion.findUniqueOrThrow({
    where: { id: championId },
    select: { personId: true },
  });
  const person = await tx.person.findUniqueOrThrow({ where: { id: personId }, select: { locale: true } });
  const customer = await tx.customer.findFirst({
    where: { personId, stripeCustomerId: { not: null }, deletedAt: null },
    orderBy: { knownSince: "asc" },
    select: { stripeCustomerId: true },
  });
  const subscription = await tx.subscription.findFirst({
    where: { customerId: { in: await customersOf(tx, personId) }, status: "active", endedAt: null },
    orderBy: { startedAt: "asc" },
    select: { key: true },
  });
  return {
    side: "champion",
    personId,
    locale: isLocale(person.locale) ? person.locale : "en",
    stripeCustomerId: customer?.stripeCustomerId ?? null,
    subscriptionId: subscription?.key ?? null,
    payoutAccountId: (await findPayoutAccount(tx, personId))?.stripeAccountId ?? null,
  };
}

async function customersOf(tx: Tx, personId: string): Promise<string[]> {
  const own = await tx.customer.findMany({ where: { personId, deletedAt: null }, select: { id: true } });
  return own.map(({ id }) => id);
}
