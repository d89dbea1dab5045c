import type { ReferralRow } from "~/attribution/read-friend.server";
import { rewardBase } from "~/commerce/purchase";
import type { Clock } from "~/platform/clock.server";
import { within, type Tx } from "~/platform/db.server";
import { worthOf } from "~/programs/benefit";
import type { RuleMatch } from "~/programs/reward-rule";
import { grantReward, type ChampionRecord } from "~/rewards/grant-reward.server";
import type { RewardRow } from "~/rewards/reward-row";
import { recordTrustChecks } from "~/trust/record-trust-checks.server";
import type { TrustCheck } from "~/trust/outcome";
import { frozenVersion } from "./earned-rule.server";
import { lookBeforeGrant } from "./look-before-grant.server";
import { mailRecommendationBought } from "./mail-recommendation.server";
import type { FriendStory } from "./read-friend-story.server";
import type { SettledPayment } from "./settled-payment";

/**
 * Grants what a payment earned by the terms frozen at the bind (W2), after the trust rules looked at it, and tells the
 * champion. A payment in another currency than the program's earns nothing and says so (M13).
 */
export async function grantForConversion(
  tx: Tx,
  { purchase, decision, conversionId, isNew }: SettledPayment,
  referral: ReferralRow,
  { rule, baseMinor }: RuleMatch,
  story: FriendStory,
  clock: Clock,
): Promise<RewardRow> {
  const { championId, programId } = referral;
  const known = story.rewards.find((reward) => reward.conversionId === conversionId && reward.championId === championId && reward.ruleKey === rule.key);
  if (known) return known;
  const version = frozenVersion(referral, story);
  const program = story.programs.get(programId);
  if (!program) throw new RangeError(`the program of referral ${referral.id} is not among the facts`);
  const { rules } = version;
  const inCurrency = purchase.currency === rules.currency;
  let checks: TrustCheck[] = [];
  const trust = async (record: Promise<ChampionRecord>) => {
    const amountMinor = worthOf(rule.worth, baseMinor);
    const looked = await lookBeforeGrant(tx, { moment: purchase, decision, referral, amountMinor }, story, record);
    ({ checks } = looked);
    return looked.finding;
  };
  const { reward, duplicate } = await grantReward(
    {
      programId, programVersionId: version.id, conversionId, referralId: referral.id, championId, side: "champion",
      rule, rules, calendar: program.calendar, currency: rules.currency, basis: { baseMinor, orderMinor: rewardBase(purchase) }, milestone: 0,
      paidMinor: purchase.paidMinor, paidAt: purchase.occurredAt, settlesAt: purchase.settlesAt, trust, by: "system",
      ...(!inCurrency && { unpayableBecause: "currency_unavailable" }),
    },
    { db: within(tx), clock },
  );
  if (duplicate) return reward;
  await recordTrustChecks(tx, { conversionId, isNew }, checks, clock.now());
  const { friendInitial } = referral;
  const news = { friendInitial, owner: story.owners.get(championId), program, companyName: story.companyName };
  await mailRecommendationBought(tx, reward, news, clock);
  return reward;
}
