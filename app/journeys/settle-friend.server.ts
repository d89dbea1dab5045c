import { decideAttribution } from "~/attribution/decide-attribution";
import type { AttributionResult } from "~/attribution/decision";
import type { ReferralRow } from "~/attribution/read-friend.server";
import { bindReferral, type FriendOfBind } from "~/attribution/record-decision.server";
import type { Friend } from "~/commerce/lock-friend.server";
import type { Clock } from "~/platform/clock.server";
import type { Tx } from "~/platform/db.server";
import { haveMilestones } from "~/programs/milestone";
import { countsAsFirst } from "~/programs/reward-worth";
import type { AdjustedRewardResult } from "~/rewards/adjust-reward-for-refunds.server";
import { recordTrustChecks } from "~/trust/record-trust-checks.server";
import type { RewardRow } from "~/rewards/reward-row";
import { checksOf } from "./check-conversion";
import { decidedFirst } from "./earned-rule.server";
import { grantSides, type FirstPaid } from "./grant-sides.server";
import { readFriendStory, type FriendStory } from "./read-friend-story.server";
import { handoversOf, type Handover } from "./read-presented.server";
import { recordConversions, recordSignUps } from "./record-conversions.server";
import { settleJoined } from "./settle-joined.server";
import { settleMilestones } from "./settle-milestones.server";
import { settleSignUps } from "./settle-sign-ups.server";
import type { SettledPayment } from "./settled-payment";
import { takeCarried } from "./take-carried.server";
import { takeBackFrom } from "./take-back.server";
import { waitForSettlement } from "./wait-for-settlement.server";

export interface SettledFriend {
  result: AttributionResult;
  settled: SettledPayment[];
  /** Every reward as it is now, and what it was before. */
  adjusted: AdjustedRewardResult[];
}

/**
 * Decides everything about one friend from all facts known by now: who brought them, which payments count for whom and
 * what each earns. Facts that come late change what was computed before, until somebody decided about a reward (A6);
 * so the order in which we hear of things does not matter. The friend's rows are locked by the caller.
 * @param atSignUp what the friend presents at this very moment, besides what payments carried
 */
export async function settleFriend(tx: Tx, friend: Friend, clock: Clock, atSignUp?: Handover): Promise<SettledFriend> {
  const now = clock.now();
  const handovers = [...handoversOf(friend), ...(await takeCarried(tx, friend)), ...(atSignUp ? [atSignUp] : [])];
  const story = await readFriendStory(tx, friend, handovers, now);
  const result = decideAttribution(story.facts);
  const whom = friendOf(result, friend, story);
  const ends = story.hand ? "manual_decision" : result.bind ? "other_champion" : "friend_not_new";
  const referral = story.frozen ?? (await bindReferral(tx, result.bind, whom, story.records.referrals, ends));

  const signUps = await recordSignUps(tx, story, result, referral, now);
  const settled = await recordConversions(tx, friend, story, result, referral, now);
  const adjusted = await settleSignUps(tx, story, { signUps, referral }, clock);
  const firstPaid: FirstPaid = { champion: decidedFirst(settled, story, "champion"), friend: decidedFirst(settled, story, "friend") };
  for (const payment of settled) {
    const earned = referral ? await grantSides(tx, payment, referral, firstPaid, story, clock) : payment.decided;
    // A new reward comes with checks of its own.
    if (payment.changed && earned.every((reward) => story.rewards.some(({ id }) => id === reward.id))) {
      await recordTrustChecks(tx, payment, checksOf({ ...payment, moment: payment.purchase, bind: result.bind, stake: null }, story), now);
    }
    for (const { side, reason } of earned) if (countsAsFirst(reason)) firstPaid[side] ??= payment.purchase.occurredAt;
    const rewards = await waitForSettlement(tx, payment, rewardsFor(payment, story, earned), clock);
    const earnedIds = earned.map(({ id }) => id);
    adjusted.push(...(await takeBackFrom(tx, { ...payment, earnedIds, rewards }, story.takenBack, clock)));
  }
  adjusted.push(...(await settleJoined(tx, friend, story, settled, clock)));
  for (const of of countedBy(story, referral)) adjusted.push(...(await settleMilestones(tx, of, clock)));
  return { result, settled, adjusted };
}

/** The champions whose milestones count this friend, or did (W5): nobody, where the rules of the bind have none. */
function countedBy({ records, versions }: FriendStory, referral: ReferralRow | null): ReferralRow[] {
  const binds = [...records.referrals, ...(referral ? [referral] : [])];
  const counted = binds.filter(({ programVersionId }) => haveMilestones(versions.get(programVersionId)?.rules.rewards ?? []));
  return [...new Map(counted.map((bind) => [bind.championId, bind])).values()];
}

/** What a payment earned, whoever was thanked: what was read, and what was granted since. */
function rewardsFor({ conversionId }: SettledPayment, { rewards }: FriendStory, earned: readonly RewardRow[]): RewardRow[] {
  const known = rewards.filter((reward) => reward.conversionId === conversionId);
  return [...known, ...earned.filter(({ id }) => !known.some((reward) => reward.id === id))];
}

/**
 * The friend as the referral names them: who presented the touch that won, or whose payment or sign-up was decided about
 * by hand, so that a colleague's payment does not move it (A18); with the initial from the claim behind it, when one was given (S5).
 */
function friendOf({ bind }: AttributionResult, friend: Friend, { records, hand, presented: { initials } }: FriendStory): FriendOfBind {
  const touch = records.touches.find(({ id }) => id === bind?.touchId);
  const known = touch && records.referrals.find(({ touchId }) => touchId === touch.id);
  const judged = friend.purchases.find(({ id }) => id === hand?.momentId);
  const signedUp = records.leads.find(({ id }) => id === hand?.momentId);
  return {
    subjectId: touch?.subjectId ?? signedUp?.customerId ?? judged?.customerId ?? judged?.id ?? friend.subjectId,
    organisationId: friend.organisationId,
    initial: (touch && initials.get(touch.source)) ?? known?.friendInitial ?? null,
  };
}
