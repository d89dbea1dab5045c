import { isDeepStrictEqual } from "node:util";
import type { Cause } from "./cause";
import type { Change } from "./table";
import type { Effect } from "./tables";

const TOLD = [
  "amount",
  "currency",
  "customer",
  "destination",
  "status",
  "code",
  "email",
  "balance",
  "metadata",
];
const SILENT = new Set(["event"]);

/** One line of the journal of effects for the net change of an object; null for the sandbox's own bookkeeping. */
export function effectOf(change: Change, seq: number, at: Date, cause: Cause): Effect | null {
  if (change.table.startsWith("_") || SILENT.has(change.table)) return null;
  const row: Record<string, unknown> = { ...(change.after ?? change.before) };
  const before: Record<string, unknown> = { ...change.before };
  const told = TOLD.filter((field) => field in row).map((field) => [field, row[field]] as const);
  const changed = Object.keys(row).filter((field) => !isDeepStrictEqual(row[field], before[field]));
  if (changed.length === 0) return null;
  return {
    id: `eff_${seq}`,
    seq,
    at: at.toISOString(),
    effect: change.before === null ? "created" : change.after === null ? "deleted" : "updated",
    object: change.table,
    objectId: change.id,
    facts: { ...Object.fromEntries(told), ...(change.before && change.after ? { changed } : {}) },
    requestId: cause.requestId,
    idempotencyKey: cause.idempotencyKey,
  };
}
