import type { ReferralRow } from "~/attribution/read-friend.server";
import { rewardBase } from "~/commerce/purchase";
import type { Clock } from "~/platform/clock.server";
import { within, type Tx } from "~/platform/db.server";
import { worthOf } from "~/programs/benefit";
import type { RuleMatch } from "~/programs/reward-rule";
import { grantReward, type ChampionRecord } from "~/rewards/grant-reward.server";
import type { RewardRow } from "~/rewards/reward-row";
import { recordTrustChecks } from "~/trust/record-trust-checks.server";
import { readTrustSigns } from "~/trust/read-trust-signs.server";
import { strictest, type TrustCheck } from "~/trust/outcome";
import { checksOf } from "./check-conversion";
import { frozenVersion } from "./earned-rule.server";
import { lookedAt } from "./looked-at-sale";
import { mailRecommendationBought } from "./mail-recommendation.server";
import type { FriendStory } from "./read-friend-story.server";
import type { SettledPayment } from "./settled-payment";

/** Why a champion may not have a reward at all, by the rule that found it. */
const REASON_OF_RULE: Record<string, string> = {
  R1: "self_referral", R2: "self_referral", R3: "friend_not_new", R4: "click_expired", R34: "fraud_confirmed",
};

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
  const stake = {
    amountMinor: worthOf(rule.worth, baseMinor),
    eachMinor: rules.autoApproveEachMinor,
    per30DaysMinor: rules.autoApprove30DaysMinor,
    twoAdminsAboveMinor: rules.twoAdminsAboveMinor,
    championSince: story.champions.get(championId)?.joinedAt,
  };
  let checks: TrustCheck[] = [];
  const trust = async (record: Promise<ChampionRecord>) => {
    const [around, before] = await Promise.all([readTrustSigns(tx, lookedAt(purchase, referral, story)), record]);
    checks = checksOf({ purchase, decision, bind: decision.bind, stake: { ...around, reward: { ...stake, ...before } } }, story);
    return findingOf(checks);
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

function findingOf(checks: readonly TrustCheck[]) {
  const outcome = strictest(checks);
  const rule = checks.find((check) => check.outcome === outcome)?.rule ?? "";
  return { outcome, reason: REASON_OF_RULE[rule] ?? null };
}
