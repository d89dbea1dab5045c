import type { Tx } from "~/platform/db.server";

interface Owner {
  championId: string;
  currency: string;
  rail: string;
}

/** What all of a champion's rewards that may leave one way now are due together, in minor units (M14). */
export async function sumReady(tx: Tx, { championId, currency, rail }: Owner): Promise<bigint> {
  const where = { side: "champion", championId, currency, rail, status: "payable" } as const;
  return (await tx.reward.aggregate({ where, _sum: { dueMinor: true } }))._sum.dueMinor ?? 0n;
}
