import type { Tx } from "~/platform/db.server";
import { haveMilestones, milestonesReached, type FriendWhoStayed, type Milestone } from "~/programs/milestone";
import type { ProgramRules } from "~/programs/program-rules";
import type { RewardRow } from "./reward-row";
import { listFriendsWhoStayed, listMilestoneRewards, type FriendRow } from "./milestone-store.server";

/** A version with its rules, as programs keep them. */
interface Version {
  id: string;
  rules: ProgramRules;
}

export type CountedFriend = FriendRow & FriendWhoStayed & { version: Version };

export interface Milestones {
  /** Who bought and stayed, in the order of their binds. */
  friends: CountedFriend[];
  reached: Milestone<CountedFriend>[];
  /** What was given for milestones so far, also for those that are no longer reached. */
  given: RewardRow[];
}

/**
 * Which milestones a champion's friends reach now (W5), and what was given for them. Friends bound under rules without milestones
 * are not counted: a rule is for those bound after it (W2).
 * @param versions every version of the champion's program
 */
export async function readMilestones(tx: Tx, championId: string, versions: readonly Version[]): Promise<Milestones> {
  const counting = new Map(versions.filter(({ rules }) => haveMilestones(rules.rewards)).map((version) => [version.id, version]));
  if (counting.size === 0) return { friends: [], reached: [], given: [] };
  const [rows, given] = await Promise.all([
    listFriendsWhoStayed(tx, { championId, versionIds: [...counting.keys()] }),
    listMilestoneRewards(tx, championId),
  ]);
  const friends = rows.flatMap((row): CountedFriend[] => {
    const version = counting.get(row.programVersionId);
    return version ? [{ ...row, version, rules: version.rules.rewards }] : [];
  });
  return { friends, reached: milestonesReached(friends), given };
}

/** What was given for this milestone, if anything was yet. */
export function givenFor({ rule, number }: Milestone<FriendWhoStayed>, given: readonly RewardRow[]): RewardRow | undefined {
  return given.find((reward) => reward.ruleKey === rule.key && reward.milestone === number);
}
