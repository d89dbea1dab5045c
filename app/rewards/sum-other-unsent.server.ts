import type { Tx } from "~/platform/db.server";
import type { RewardRow } from "./reward-row";

/** What this champion's other rewards that are approved and not yet sent are due, in minor units (M12). */
export async function sumOtherUnsent(
  tx: Tx,
  { id, championId, currency }: Pick<RewardRow, "id" | "championId" | "currency">,
): Promise<bigint> {
  const { _sum } = await tx.reward.aggregate({
    where: { championId, currency, id: { not: id }, status: { in: ["approved", "payable"] } },
    _sum: { dueMinor: true },
  });
  return _sum.dueMinor ?? 0n;
}
