import type { Tx } from "~/platform/db.server";

/**
 * One story at a time about whatever has one of these keys (an address, a provider's number, a payment): two messages
 * about something that has no row yet must not both make one, and a refund must not pass by the payment it belongs to.
 * Held until the end of the transaction.
 */
export async function lockKeys(tx: Tx, keys: readonly string[]): Promise<void> {
  // One order for everybody, so that two stories cannot wait for each other.
  const inOrder = [...new Set(keys)].sort().map((key) => `commerce:${key}`);
  tx.sql.send`select pg_advisory_xact_lock(hashtextextended(key, 0)) from unnest(${inOrder}::text[]) as key`;
}
