import type { ReplayedReward } from "./replay-state";

interface RuleCost {
  /** Rewards of something; what was refused is none. */
  rewards: number;
  /** What they come to after everything that was taken back. Minor units. */
  dueMinor: bigint;
}

/** What a replay comes to; minor units of the program's currency. */
export interface ReplayCost extends RuleCost {
  /** What caps and the budget cut off. */
  cutMinor: bigint;
  /** How many payments a rule was right for that earned nothing all the same. */
  refused: number;
  /** By the key of the rule. */
  byRule: Readonly<Record<string, RuleCost>>;
}

export function costOf(rewards: readonly ReplayedReward[]): ReplayCost {
  const byRule: Record<string, RuleCost> = {};
  let cutMinor = 0n;
  let refused = 0;
  for (const reward of rewards) {
    cutMinor += reward.cutMinor;
    if (reward.grantedMinor === 0n) {
      refused++;
      continue;
    }
    const cost = (byRule[reward.ruleKey] ??= { rewards: 0, dueMinor: 0n });
    cost.rewards++;
    cost.dueMinor += reward.dueMinor;
  }
  const all = Object.values(byRule);
  return {
    rewards: all.reduce((sum, cost) => sum + cost.rewards, 0),
    dueMinor: all.reduce((sum, cost) => sum + cost.dueMinor, 0n),
    cutMinor, refused, byRule,
  };
}
