import type { Tx } from "~/platform/db.server";
import { enqueue } from "~/platform/jobs.server";

/** After a program went live or was published: every member has its own offer of today, one job per member (W20). */
export async function refreshOwnCodes(tx: Tx, programId: string): Promise<void> {
  const members = await tx.champion.findMany({
    where: { programId, status: { in: ["active", "paused"] } },
    select: { id: true },
  });
  for (const { id: championId } of members) {
    await enqueue(tx, "ensure-own-code", { championId }, { key: `ensure-own-code:${championId}` });
  }
}
