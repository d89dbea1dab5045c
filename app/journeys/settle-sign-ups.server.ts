import type { ReferralRow } from "~/attribution/read-friend.server";
import { within, type Tx } from "~/platform/db.server";
import type { Clock } from "~/platform/clock.server";
import { signUpRule, type RewardRule } from "~/programs/reward-rule";
import { SIDES, type Side } from "~/programs/reward-side";
import { adjustRewardForRefunds, type AdjustedRewardResult } from "~/rewards/adjust-reward-for-refunds.server";
import type { RewardRow } from "~/rewards/reward-row";
import { frozenVersion } from "./earned-rule.server";
import { grantForSignUp } from "./grant-for-sign-up.server";
import type { FriendStory } from "./read-friend-story.server";
import { mailReversed } from "./reward-mail.server";
import type { SettledSignUp } from "./settled-payment";

/**
 * Brings what a friend's sign-ups earned to what is due: the first that was somebody's, once ever per friend, champion
 * and side (W5, W6, W8); what another champion has for it goes back (A6).
 */
export async function settleSignUps(
  tx: Tx,
  story: FriendStory,
  { signUps, referral }: { signUps: readonly SettledSignUp[]; referral: ReferralRow | null },
  clock: Clock,
): Promise<AdjustedRewardResult[]> {
  const results: AdjustedRewardResult[] = [];
  const rules = referral ? frozenVersion(referral, story).rules.rewards : [];
  const ofSignUps = story.rewards.filter(({ conversionId }) => signUps.some((signUp) => signUp.conversionId === conversionId));
  for (const side of SIDES) {
    const rule = signUpRule(rules, side);
    const known = ofSignUps.filter((reward) => reward.side === side);
    const earned = await earnedBy(tx, { side, known, rule, signUps, referral }, story, clock);
    for (const reward of known) results.push(...(await bringTo(tx, reward, reward.id === earned?.id, clock)));
  }
  return results;
}

interface SideOfSignUps {
  side: Side;
  /** What sign-ups earned this side so far, whoever was thanked. */
  known: readonly RewardRow[];
  rule: RewardRule | null;
  signUps: readonly SettledSignUp[];
  referral: ReferralRow | null;
}

/** What stands, what was decided (A6), or what is granted now. */
async function earnedBy(tx: Tx, { side, known, rule, signUps, referral }: SideOfSignUps, story: FriendStory, clock: Clock): Promise<RewardRow | null> {
  const theirs = known.find(({ championId }) => championId === referral?.championId);
  const first = signUps.find(({ decision }) => decision.bind !== null);
  const decided = known.find(({ id }) => story.decided.some((reward) => reward.id === id));
  if (decided) return decided;
  return first && rule && referral ? (theirs ?? (await grantForSignUp(tx, { side, referral, rule, signUp: first }, story, clock))) : null;
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
