import type { Tx } from "~/platform/db.server";
import { isLocale, type Locale } from "~/platform/locale";
import { findPayoutAccount } from "./payout-account-store.server";

/** Whom a reward goes to, at the provider. */
export interface CreditTarget {
  personId: string;
  locale: Locale;
  /** Null when the champion is no customer at Stripe, or not yet. */
  stripeCustomerId: string | null;
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
  return {
    personId,
    locale: isLocale(person.locale) ? person.locale : "en",
    stripeCustomerId: customer?.stripeCustomerId ?? null,
    payoutAccountId: (await findPayoutAccount(tx, personId))?.stripeAccountId ?? null,
  };
}
