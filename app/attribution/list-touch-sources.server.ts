import type { Tx } from "~/platform/db.server";
import { listTouches } from "./touch-store.server";

/** The click ids and codes that were presented for these customers. */
export async function listTouchSources(tx: Tx, customerIds: string[]): Promise<Set<string>> {
  const touches = customerIds.length === 0 ? [] : await listTouches(tx, customerIds);
  return new Set(touches.map(({ source }) => source));
}
