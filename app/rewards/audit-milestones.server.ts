import type { Tx } from "~/platform/db.server";
import { lookInParts } from "~/platform/look-in-parts";
import { haveMilestones } from "~/programs/milestone";
import { rulesFromJson } from "~/programs/program-rules-schema";
import type { RewardFinding } from "./audit-rewards.server";
import { listChampionsUnder } from "./milestone-store.server";
import { givenFor, readMilestones, type Milestones } from "./read-milestones.server";

/** Counts every champion's friends anew and compares that with what stands for milestones (I15, W5). Nothing found is an empty list. */
export async function auditMilestones(tx: Tx): Promise<RewardFinding[]> {
  const stored = await tx.programVersion.findMany({ select: { id: true, rules: true } });
  const versions = stored.map(({ id, rules }) => ({ id, rules: rulesFromJson(rules) })).filter(({ rules }) => haveMilestones(rules.rewards));
  if (versions.length === 0) return [];
  const versionIds = versions.map(({ id }) => id);
  return await lookInParts(
    (after, limit) => listChampionsUnder(tx, versionIds, after, limit),
    async (champions) => {
      const findings: RewardFinding[] = [];
      for (const { id } of champions) findings.push(...wrongMilestones(id, await readMilestones(tx, id, versions)));
      return findings;
    },
  );
}

function wrongMilestones(championId: string, { friends, reached, given }: Milestones): RewardFinding[] {
  const missing = reached.filter((milestone) => !givenFor(milestone, given));
  const wrong = given.filter((reward) => {
    const isReached = reached.some((milestone) => givenFor(milestone, [reward]));
    return (reward.takenBackMinor === 0n) !== isReached;
  });
  return [
    ...missing.map(({ number }) => ({ invariant: "I15" as const, rewardId: championId, detail: `nothing stands for friend ${number} of ${friends.length}` })),
    ...wrong.map(({ id, milestone, dueMinor }) => ({ invariant: "I15" as const, rewardId: id, detail: `${friends.length} friends stayed of ${milestone}; ${dueMinor} stands` })),
  ];
}
