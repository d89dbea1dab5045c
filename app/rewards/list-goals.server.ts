import type { Tx } from "~/platform/db.server";
import { countsAsked, goalsOf, type Goal } from "~/programs/goal";
import type { ProgramVersion } from "~/programs/program";
import type { RewardRule } from "~/programs/reward-rule";
import { readMilestones } from "./read-milestones.server";
import { countFriendsThanked } from "./reward-store.server";

export interface GoalInput {
  championId: string;
  /** The rules that count for friends who come now. */
  rules: readonly RewardRule[];
  /** Every version of the program: friends of earlier ones count towards milestones too. */
  versions: readonly ProgramVersion[];
}

/** How far a champion is on the way to what their next friends lead to (W5). Asks only what one of the rules asks. */
export async function listGoals(tx: Tx, { championId, rules, versions }: GoalInput): Promise<Goal[]> {
  const asked = countsAsked(rules);
  if (!asked.stayed && !asked.thanked) return [];
  return goalsOf(rules, {
    stayed: asked.stayed ? (await readMilestones(tx, championId, versions)).friends.length : 0,
    thanked: asked.thanked ? await countFriendsThanked(tx, championId) : 0,
  });
}
