import type { Tx } from "~/platform/db.server";

/** What these rewards are due together, in minor units; a desk works in one currency at a time. */
export async function sumDue(tx: Tx, rewardIds: string[]): Promise<bigint> {
  const { _sum } = await tx.reward.aggregate({ where: { id: { in: rewardIds } }, _sum: { dueMinor: true } });
  return _sum.dueMinor ?? 0n;
}
