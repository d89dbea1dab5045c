import type { Tx } from "~/platform/db.server";

/** Payable rewards with nothing to come off, in the order of their ids. */
export async function listKeptAfter(tx: Tx, after: string, limit: number) {
  return await tx.reward.findMany({
    where: { status: "payable", reason: "nothing_to_credit", id: { gt: after } },
    orderBy: { id: "asc" },
    take: limit,
    select: { id: true, championId: true, programVersionId: true },
  });
}

export interface KeptSince {
  /** Since when it could have left, had there been something it could come off. */
  payableSince: Date;
  /** When the champion was told that it lapses; null when they were not. */
  warnedAt: Date | null;
}

/** How long a reward has been ready to go; null when it never was. */
export async function findKeptSince(tx: Tx, rewardId: string): Promise<KeptSince | null> {
  const [row] = await tx.sql.rows<{ payableSince: Date | null; warnedAt: Date | null }>`
    select max(occurred_at) filter (where kind = 'release_reward') as payable_since,
           max(occurred_at) filter (where kind = 'warn_expiry') as warned_at
      from reward_event where reward_id = ${rewardId}`;
  const { payableSince = null, warnedAt = null } = row ?? {};
  return payableSince && { payableSince, warnedAt };
}
