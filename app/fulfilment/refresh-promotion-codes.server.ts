import type { Tx } from "~/platform/db.server";
import { enqueue } from "~/platform/jobs.server";

/** After a program was published: every link's codes follow the offer of today, one job per link. */
export async function refreshPromotionCodes(tx: Tx, programId: string): Promise<void> {
  const links = await tx.link.findMany({ where: { programId }, select: { id: true } });
  for (const { id: linkId } of links) {
    await enqueue(tx, "ensure-promotion-code", { linkId }, { key: `ensure-promotion-code:${linkId}` });
  }
}
