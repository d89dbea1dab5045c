import type { Tx } from "~/platform/db.server";
import { isLocale } from "~/platform/locale";
import type { RewardRow } from "~/rewards/reward-row";
import { findCreditTarget, type CreditTarget } from "./credit-target.server";

/** Whom a reward goes to: the champion, or the friend who bought or signed up (W6). */
export async function findTargetOf(tx: Tx, reward: Pick<RewardRow, "side" | "championId" | "conversionId">): Promise<CreditTarget> {
  return reward.side === "friend" ? await findFriendTarget(tx, reward.conversionId) : await findCreditTarget(tx, reward.championId);
}

/** The friend's own customer at Stripe, which their payment or sign-up named; read in the company's language, as we know no other. */
async function findFriendTarget(tx: Tx, conversionId: string): Promise<CreditTarget> {
  const [found] = await tx.sql.rows<{ stripeCustomerId: string | null; locale: string }>`
    select c.stripe_customer_id, (select default_locale from company) as locale
      from conversion v
      left join purchase p on p.id = v.purchase_id
      left join lead l on l.id = v.lead_id
      left join customer c on c.id = coalesce(p.customer_id, l.customer_id) and c.deleted_at is null
     where v.id = ${conversionId}`;
  return {
    side: "friend",
    personId: null,
    locale: isLocale(found?.locale) ? found.locale : "en",
    stripeCustomerId: found?.stripeCustomerId ?? null,
    subscriptionId: null,
    payoutAccountId: null,
  };
}
