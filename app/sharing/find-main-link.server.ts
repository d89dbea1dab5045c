import type { Tx } from "~/platform/db.server";
import { findMainLink as findRow, listOldCodes } from "./link-store.server";

/** The link with a champion's personal code, and the codes it had before; null before they ever joined. */
export async function findMainLink(tx: Tx, championId: string): Promise<{ id: string; code: string; oldCodes: string[] } | null> {
  const link = await findRow(tx, championId);
  return link && { id: link.id, code: link.code, oldCodes: await listOldCodes(tx, link.id) };
}
