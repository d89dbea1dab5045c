import type { Tx } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { currentRequestId } from "~/platform/log.server";

/** A plain fact: ids, codes, counts. Never a name or an address, because the trail is kept when a person is erased. */
export type AuditFact = string | number | boolean | null | string[];

interface AuditInput {
  /** `person:psn_…`, `system`, `stripe`, `api:apk_…` or `operator` (a command typed on the server). */
  by: string;
  /** What was done, in the past tense: `staff.added`, `reward.approved`. */
  action: string;
  /** The id of the thing it was done to. */
  object: string;
  facts?: Record<string, AuditFact>;
  now: Date;
}

/** Appends to the trail inside the transaction of the act itself (I37). @returns the id of the entry */
export async function recordAudit(tx: Tx, { by, action, object, facts = {}, now }: AuditInput): Promise<string> {
  const id = newId("aud");
  tx.sql.insert("audit_entry", [{ id, by, action, object, facts, requestId: currentRequestId() ?? null, recordedAt: now }]);
  return id;
}
