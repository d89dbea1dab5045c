import type { Tx } from "~/platform/db.server";
import { listLines } from "./purchase-store.server";

/**
 * What was paid for each product group, without tax, in minor units; as far as the provider told it.
 * @param keyOf makes two spellings of a group one
 */
export async function paidByGroup(tx: Tx, purchaseId: string, keyOf: (group: string) => string): Promise<Map<string, bigint>> {
  const groups = new Map<string, bigint>();
  for (const { group, netMinor } of await listLines(tx, purchaseId)) {
    const key = keyOf(group);
    groups.set(key, (groups.get(key) ?? 0n) + netMinor);
  }
  return groups;
}
