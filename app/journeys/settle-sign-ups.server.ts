import type { ReferralRow } from "~/attribution/read-friend.server";
import { within, type Tx } from "~/platform/db.server";
import type { Clock } from "~/platform/clock.server";
import { worthOf } from "~/programs/benefit";
import type { RewardRule } from "~/programs/reward-rule";
import { adjustRewardForRefunds, type AdjustedRewardResult } from "~/rewards/adjust-reward-for-refunds.server";
import { grantReward } from "~/rewards/grant-reward.server";
import type { RewardRow } from "~/rewards/reward-row";
import { recordTrustChecks } from "~/trust/record-trust-checks.server";
import type { TrustCheck } from "~/trust/outcome";
import { frozenVersion } from "./earned-rule.server";
import { lookBeforeGrant } from "./look-before-grant.server";
import { mailSignedUp } from "./mail-recommendation.server";
import type { FriendStory } from "./read-friend-story.server";
import { mailReversed } from "./reward-mail.server";
import type { SettledSignUp } from "./settled-payment";

/**
 * Brings what a friend's sign-ups earned to what is due: the first that was somebody's, once ever per friend and champion
 * (W5, W8); what another champion has for it goes back (A6).
 */
export async function settleSignUps(
  tx: Tx,
  story: FriendStory,
  { signUps, referral }: { signUps: readonly SettledSignUp[]; referral: ReferralRow | null },
  clock: Clock,
): Promise<AdjustedRewardResult[]> {
  const known = story.rewards.filter(({ conversionId }) => signUps.some((signUp) => signUp.conversionId === conversionId));
  const rule = referral && frozenVersion(referral, story).rules.rewards.find(({ trigger }) => trigger === "signed_up");
  const theirs = known.find(({ championId }) => championId === referral?.championId);
  const first = signUps.find(({ decision }) => decision.bind !== null);
  const decided = known.find(({ id }) => story.decided.some((reward) => reward.id === id));
  const earned = decided ?? (first && rule ? (theirs ?? (await grant(tx, { referral, rule, signUp: first }, story, clock))) : null);
  const results: AdjustedRewardResult[] = [];
  for (const reward of known) results.push(...(await bringTo(tx, reward, reward.id === earned?.id, clock)));
  return results;
}

/** All of it is due, or nothing; what a decision stands behind stays (A6). */
async function bringTo(tx: Tx, { conversionId, id: rewardId, paidMinor, takenBackMinor: before }: RewardRow, isEarned: boolean, clock: Clock) {
  const takenBackMinor = isEarned ? 0n : paidMinor;
  if (before === takenBackMinor) return [];
  const cause = isEarned ? null : ("correction" as const);
  const due = { conversionId, rewardId, paidMinor, takenBackMinor, cause, factKey: `decision:${conversionId}` };
  const results = await adjustRewardForRefunds(due, { db: within(tx), clock });
  for (const { reward, beforeMinor, changed } of results) {
    if (changed && cause) await mailReversed(tx, { reward, clock }, { beforeMinor, cause });
  }
  return results;
}

interface EarnedSignUp {
  referral: ReferralRow;
  rule: RewardRule;
  signUp: SettledSignUp;
}

async function grant(tx: Tx, { referral, rule, signUp }: EarnedSignUp, story: FriendStory, clock: Clock): Promise<RewardRow> {
  const { championId, programId, friendInitial } = referral;
  const { conversionId, decision, at, isNew } = signUp;
  const { id: programVersionId, rules } = frozenVersion(referral, story);
  const program = story.programs.get(programId);
  if (!program) throw new RangeError(`the program of referral ${referral.id} is not among the facts`);
  const amountMinor = worthOf(rule.worth, 0n);
  const moment = { occurredAt: at, fingerprintHash: null, subscriptionId: null };
  let checks: TrustCheck[] = [];
  const { reward, duplicate } = await grantReward(
    {
      programId, programVersionId, conversionId, referralId: referral.id, championId, side: "champion", rule, rules, milestone: 0,
      calendar: program.calendar, currency: rules.currency, basis: null, paidMinor: amountMinor, paidAt: at, by: "system",
      trust: async (record) => {
        const looked = await lookBeforeGrant(tx, { moment, decision, referral, amountMinor }, story, record);
        ({ checks } = looked);
        return looked.finding;
      },
    },
    { db: within(tx), clock },
  );
  if (duplicate) return reward;
  await recordTrustChecks(tx, { conversionId, isNew }, checks, clock.now());
  await mailSignedUp(tx, reward, { friendInitial, owner: story.owners.get(championId), program, companyName: story.companyName }, clock);
  return reward;
}
