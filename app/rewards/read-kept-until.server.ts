import type { Tx } from "~/platform/db.server";
import { rulesFromJson } from "~/programs/program-rules-schema";
import { keptUntil } from "./benefit-expiry";
import { findKeptSince } from "./expiry-store.server";
import type { RewardRow } from "./reward-row";

/** Until when a reward is kept that has nothing it could come off (W17); null for any other, and where it is kept for good. */
export async function readKeptUntil(
  tx: Tx,
  { id, status, reason, programVersionId }: Pick<RewardRow, "id" | "status" | "reason" | "programVersionId">,
): Promise<Date | null> {
  if (status !== "payable" || reason !== "nothing_to_credit") return null;
  const version = await tx.programVersion.findUniqueOrThrow({ where: { id: programVersionId }, select: { rules: true } });
  const kept = await findKeptSince(tx, id);
  return kept && keptUntil(kept.payableSince, rulesFromJson(version.rules).keepMonths);
}
