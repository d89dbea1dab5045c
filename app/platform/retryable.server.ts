const RETRYABLE = new Set(["40001", "40P01", "P2034"]);
const TOO_LONG = new Set(["57014", "25P03"]);
/** `pg` says this with words alone. */
const NO_CONNECTION = "timeout exceeded when trying to connect";

/** Whether PostgreSQL asked to try the transaction again: a serialisation failure or a deadlock. */
export function isRetryable(error: unknown): boolean {
  return tells(error, (code) => RETRYABLE.has(code), "TransactionWriteConflict");
}

/**
 * Whether a statement, or a pause between two, was longer than a transaction may hold its locks, or no connection became
 * free for it in time.
 */
export function tookTooLong(error: unknown): boolean {
  return tells(error, (code) => TOO_LONG.has(code)) || (error as Error | null)?.message === NO_CONNECTION;
}

/**
 * Looks for a code wherever an error can hold it: `pg` names the state itself, Prisma wraps that of a raw query in P2010,
 * and its adapter has a kind of its own for what may be tried again.
 */
function tells(error: unknown, isMeant: (code: string) => boolean, meantKind?: string, depth = 0): boolean {
  if (typeof error !== "object" || error === null || depth > 5) return false;
  const { code, kind, originalCode, cause, meta } = error as Record<string, unknown>;
  if ([code, originalCode].some((one) => typeof one === "string" && isMeant(one))) return true;
  if (meantKind !== undefined && kind === meantKind) return true;
  const nested = [cause, meta, (meta as Record<string, unknown> | undefined)?.driverAdapterError];
  return nested.some((inner) => tells(inner, isMeant, meantKind, depth + 1));
}
