import type { Tx } from "~/platform/db.server";
import { insertEntries, insertNewTransaction } from "./ledger-store.server";
import type { TransactionInput } from "./transaction-input";

/**
 * Posts one balanced transaction whose key names something made in this very transaction: nobody can have posted it before,
 * so nobody waits to hear. PostgreSQL refuses at the commit what does not balance (I1) and a key that was taken all the same (I7).
 */
export async function postNewTransaction(tx: Tx, input: TransactionInput): Promise<void> {
  await insertEntries(tx, insertNewTransaction(tx, input), input.entries);
}
