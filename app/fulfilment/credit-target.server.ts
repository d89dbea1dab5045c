import type { Tx } from "~/platform/db.server";
import { NotFoundError } from "~/platform/errors";
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
  const [found] = await tx.sql.rows<{ personId: string; locale: string; stripeCustomerId: string | null; subscriptionId: string | null }>`
    select c.person_id, p.locale,
           (select u.stripe_customer_id from customer u
             where u.person_id = p.id and u.stripe_customer_id is not null and u.deleted_at is null order by u.known_since limit 1) as stripe_customer_id,
           (select s.key from subscription s join customer u on u.id = s.customer_id
             where u.person_id = p.id and u.deleted_at is null and s.status = 'active' and s.ended_at is null
             order by s.started_at limit 1) as subscription_id
      from champion c join person p on p.id = c.person_id where c.id = ${championId}`;
  if (!found) throw new NotFoundError("champion", { championId });
  return {
    side: "champion",
    ...found,
    locale: isLocale(found.locale) ? found.locale : "en",
    payoutAccountId: (await findPayoutAccount(tx, found.personId))?.stripeAccountId ?? null,
  };
}
