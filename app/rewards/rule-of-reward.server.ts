import type { Tx } from "~/platform/db.server";
import { rulesFromJson } from "~/programs/program-rules-schema";
import type { RewardRule } from "~/programs/reward-rule";
import type { RewardRow } from "./reward-row";

/** The rule that gave a reward, as it was frozen at the bind (W2). */
export async function ruleOfReward(
  tx: Tx,
  { programVersionId, ruleKey }: Pick<RewardRow, "programVersionId" | "ruleKey">,
): Promise<RewardRule> {
  const version = await tx.programVersion.findUniqueOrThrow({ where: { id: programVersionId }, select: { rules: true } });
  const rule = rulesFromJson(version.rules).rewards.find(({ key }) => key === ruleKey);
  if (!rule) throw new RangeError(`version ${programVersionId} has no rule ${ruleKey}`);
  return rule;
}
