import type { Clock } from "~/platform/clock.server";
import { within, type Tx } from "~/platform/db.server";
import { worthOf } from "~/programs/benefit";
import { getProgramWithVersions } from "~/programs/get-program-with-versions.server";
import type { Milestone } from "~/programs/milestone";
import type { Program } from "~/programs/program";
import { adjustRewardForRefunds, type AdjustedRewardResult } from "~/rewards/adjust-reward-for-refunds.server";
import { grantReward } from "~/rewards/grant-reward.server";
import { lockMilestones } from "~/rewards/lock-milestones.server";
import { givenFor, type CountedFriend } from "~/rewards/read-milestones.server";
import type { RewardRow } from "~/rewards/reward-row";
import { mailMilestone } from "./mail-milestone.server";
import { mailReversed } from "./reward-mail.server";

/**
 * Brings what a champion has for milestones to what their friends who stayed make due: a milestone that is reached is given once, one
 * that is lost again gives it back, and reached anew it is due as before (W5, M4). Only who stayed counts, so repeats and
 * order cannot matter.
 */
export async function settleMilestones(
  tx: Tx,
  { championId, programId }: { championId: string; programId: string },
  clock: Clock,
): Promise<AdjustedRewardResult[]> {
  const { program, versions } = await getProgramWithVersions(tx, programId);
  const { friends, reached, given } = await lockMilestones(tx, championId, versions);
  const results: AdjustedRewardResult[] = [];
  for (const reward of given) {
    const isReached = reached.some((milestone) => givenFor(milestone, [reward]));
    results.push(...(await bringTo(tx, reward, isReached, clock)));
  }
  for (const milestone of reached) {
    if (givenFor(milestone, given)) continue;
    const doubted = friends.slice(0, milestone.number).some((friend) => friend.doubted);
    const reward = await grant(tx, { championId, program, milestone, doubted }, clock);
    results.push({ reward, beforeMinor: 0n, changed: reward.dueMinor > 0n });
  }
  return results;
}

/** All of it is due, or nothing; what stands so already stays. */
async function bringTo(tx: Tx, reward: RewardRow, isReached: boolean, clock: Clock): Promise<AdjustedRewardResult[]> {
  const { conversionId, id: rewardId, paidMinor, milestone } = reward;
  const takenBackMinor = isReached ? 0n : paidMinor;
  if (reward.takenBackMinor === takenBackMinor) return [];
  const cause = isReached ? null : ("milestone_lost" as const);
  const factKey = `milestone:${milestone}:${isReached ? "reached" : "lost"}`;
  const results = await adjustRewardForRefunds({ conversionId, rewardId, paidMinor, takenBackMinor, cause, factKey }, { db: within(tx), clock });
  for (const { reward: after, beforeMinor, changed } of results) {
    if (changed && cause) await mailReversed(tx, { reward: after, clock }, { beforeMinor, cause });
  }
  return results;
}

interface MilestoneToGrant {
  championId: string;
  program: Program;
  milestone: Milestone<CountedFriend>;
  /** Somebody has to look at one of the friends it counts; then at this too (R35). */
  doubted: boolean;
}

async function grant(tx: Tx, { championId, program, milestone, doubted }: MilestoneToGrant, clock: Clock): Promise<RewardRow> {
  const { rule, number, friend } = milestone;
  const { version, conversionId, referralId, boughtAt: paidAt } = friend;
  // It is not for one friend, so what one friend may bring is no limit to it.
  const rules = { ...version.rules, capPerFriendMinor: null };
  const { reward } = await grantReward(
    {
      programId: program.id, programVersionId: version.id, conversionId, referralId, championId, side: "champion",
      rule, rules, milestone: number, calendar: program.calendar, currency: rules.currency,
      basis: null, paidMinor: worthOf(rule.worth, 0n), paidAt, by: "system",
      trust: async () => ({ outcome: doubted ? "flag" : "pass", reason: null }),
    },
    { db: within(tx), clock },
  );
  await mailMilestone(tx, reward, clock);
  return reward;
}
