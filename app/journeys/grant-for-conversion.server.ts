import type { ReferralRow } from "~/attribution/read-friend.server";
import { rewardBase } from "~/commerce/purchase";
import type { Clock } from "~/platform/clock.server";
import { within, type Tx } from "~/platform/db.server";
import type { RuleMatch } from "~/programs/reward-rule";
import type { Side } from "~/programs/reward-side";
import { grantReward, type ChampionRecord } from "~/rewards/grant-reward.server";
import type { RewardRow } from "~/rewards/reward-row";
import { frozenVersion } from "./earned-rule.server";
import type { Looked } from "./look-before-grant.server";
import { mailRecommendationBought } from "./mail-recommendation.server";
import type { FriendStory } from "./read-friend-story.server";
import type { SettledPayment } from "./settled-payment";

/** What a payment earns one side. */
export interface SideMatch extends RuleMatch {
  side: Side;
}

/** The trust rules look once at a payment, at all it earns. */
export type Look = (record: Promise<ChampionRecord>) => Promise<Looked>;

/**
 * Grants what a payment earned one side by the terms frozen at the bind (W2), and tells the champion of theirs. A payment in
 * another currency than the program's earns nothing and says so (M13).
 */
export async function grantForConversion(
  tx: Tx,
  { purchase, conversionId }: SettledPayment,
  referral: ReferralRow,
  { side, rule, baseMinor, look }: SideMatch & { look: Look },
  story: FriendStory,
  clock: Clock,
): Promise<RewardRow> {
  const { championId, programId } = referral;
  const ofPayment = story.rewards.filter((reward) => reward.conversionId === conversionId && reward.championId === championId);
  const known = ofPayment.find((reward) => reward.side === side && reward.ruleKey === rule.key);
  if (known) return known;
  const version = frozenVersion(referral, story);
  const program = story.programs.get(programId);
  if (!program) throw new RangeError(`the program of referral ${referral.id} is not among the facts`);
  const { rules } = version;
  const inCurrency = purchase.currency === rules.currency;
  const { reward, duplicate } = await grantReward(
    {
      programId, programVersionId: version.id, conversionId, referralId: referral.id, championId, side,
      rule, rules, calendar: program.calendar, currency: rules.currency, basis: { baseMinor, orderMinor: rewardBase(purchase) }, milestone: 0,
      paidMinor: purchase.paidMinor, paidAt: purchase.occurredAt, settlesAt: purchase.settlesAt, by: "system",
      trust: async (record) => (await look(record)).finding,
      ...(!inCurrency && { unpayableBecause: "currency_unavailable" }),
    },
    { db: within(tx), clock },
  );
  if (duplicate) return reward;
  const { friendInitial } = referral;
  const news = { friendInitial, owner: story.owners.get(championId), program, companyName: story.companyName };
  await mailRecommendationBought(tx, reward, news, clock);
  return reward;
}
