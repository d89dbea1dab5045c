import type { Tx } from "~/platform/db.server";

/** The reward behind a transfer of ours; null when it is nobody's here. */
export async function findTransferred(tx: Tx, transferId: string): Promise<{ rewardId: string; championId: string } | null> {
  return await tx.instruction.findFirst({ where: { rail: "transfer", providerRef: transferId }, select: { rewardId: true, championId: true } });
}

/** The membership for which a person was paid in cash last; null when they never were. */
export async function findPaidMembership(tx: Tx, personId: string): Promise<string | null> {
  const own = await tx.champion.findMany({ where: { personId }, select: { id: true } });
  const where = { championId: { in: own.map(({ id }) => id) }, rail: "transfer" };
  return (await tx.instruction.findFirst({ where, orderBy: { createdAt: "desc" }, select: { championId: true } }))?.championId ?? null;
}
