import type { Tx } from "~/platform/db.server";

/**
 * One story at a time about whatever has one of these keys (an address, a provider's number, a payment): two messages
 * about something that has no row yet must not both make one, and a refund must not pass by the payment it belongs to.
 * Held until the end of the transaction.
 */
export async function lockKeys(tx: Tx, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return;
  // One order for everybody, so that two stories cannot wait for each other.
  const inOrder = [...new Set(keys)].sort().map((key) => `commerce:${key}`);
  tx.sql.send`select pg_advisory_xact_lock(hashtextextended(key, 0)) from unnest(${inOrder}::text[]) as key`;
}

/**
 * One story at a time about an organisation: members who are new at the same moment have no rows yet in which they could
 * see each other (A18). Taken after the keys of the customer, and waited for.
 */
export async function lockOrganisation(tx: Tx, id: string): Promise<void> {
  await tx.sql.rows`select pg_advisory_xact_lock(hashtextextended(${`commerce:organisation:${id}`}, 0))`;
}
