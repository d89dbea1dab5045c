import type { Tx } from "~/platform/db.server";
import { addToTotals, findCounted, listUncounted, saveCounted } from "./total-store.server";
import { entryChanges, kindChanges } from "./totals";

/**
 * Adds the links of the chain that the running totals do not hold yet, within the transaction that holds the chain's lock.
 * @returns how many links were added, at most `limit`
 */
export async function countTotals(tx: Tx, limit: number): Promise<number> {
  const from = await findCounted(tx);
  const entries = await listUncounted(tx, from, limit);
  const last = entries.at(-1)?.position;
  if (last === undefined) return 0;
  const moved = await addToTotals(tx, entryChanges(entries));
  await addToTotals(tx, kindChanges(moved, new Map(entries.map(({ accountId, scope }) => [accountId, scope]))));
  saveCounted(tx, last);
  return Number(last - from);
}
