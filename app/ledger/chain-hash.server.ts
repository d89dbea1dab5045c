import { createHash } from "node:crypto";

/** A transaction as the chain seals it: every column, and every entry with the account it stands on. */
export interface ChainedTransaction {
  id: string;
  kind: string;
  idemKey: string;
  inputHash: string;
  subject: string;
  reversesId: string | null;
  by: string;
  occurredAt: Date;
  recordedAt: Date;
  xid: bigint;
  /** Entry id, account id, account code, the account's currency, the entry's currency, minor units; by entry id. */
  entries: (string | null)[][];
}

/** What the first link holds on to. */
export const CHAIN_START = "0".repeat(64);

/** The hash of one link: SHA-256 over the hash before it and all of the transaction (I10). */
export function chainHash(before: string, transaction: ChainedTransaction): string {
  const { id, kind, idemKey, inputHash, subject, reversesId, by, occurredAt, recordedAt, xid, entries } = transaction;
  const times = [occurredAt.toISOString(), recordedAt.toISOString()];
  const whole = [before, id, kind, idemKey, inputHash, subject, reversesId, by, ...times, String(xid), entries];
  return createHash("sha256").update(JSON.stringify(whole)).digest("hex");
}
