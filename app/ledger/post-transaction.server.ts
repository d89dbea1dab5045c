import type { Tx } from "~/platform/db.server";
import { ConflictError } from "~/platform/errors";
import { findTransactionByKey, inputHashOf, insertEntries, insertTransaction } from "./ledger-store.server";
import type { TransactionInput } from "./transaction-input";

export interface PostedTransaction {
  transactionId: string;
  /** True when this key was posted before and nothing new was written. */
  duplicate: boolean;
}

/**
 * Posts one balanced transaction inside the caller's. The same key with the same input returns the first result (I7);
 * PostgreSQL itself refuses what does not balance, at commit (I1).
 * @throws ConflictError `ledger_key_conflict` when the key was used for another input
 */
export async function postTransaction(tx: Tx, input: TransactionInput): Promise<PostedTransaction> {
  const inputHash = inputHashOf(input);
  const transactionId = await insertTransaction(tx, input);
  if (transactionId) {
    await insertEntries(tx, transactionId, input.entries);
    return { transactionId, duplicate: false };
  }
  const first = await findTransactionByKey(tx, input.idemKey);
  if (first?.inputHash !== inputHash) {
    throw new ConflictError("ledger_key_conflict", "this ledger key was used for another input", {
      idemKey: input.idemKey,
    });
  }
  return { transactionId: first.id, duplicate: true };
}
