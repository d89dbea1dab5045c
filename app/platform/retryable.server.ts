const RETRYABLE_PRISMA = new Set(["P2034", "P2028"]);
const RETRYABLE_SQLSTATE = new Set(["40001", "40P01"]);

/**
 * Whether PostgreSQL asked to try the transaction again: a serialisation failure or a deadlock. Raw queries wrap the
 * state in P2010; errors raised at COMMIT arrive as a bare DriverAdapterError whose cause holds it.
 */
export function isRetryable(error: unknown, depth = 0): boolean {
  if (typeof error !== "object" || error === null || depth > 5) return false;
  const { code, kind, originalCode, cause, meta } = error as Record<string, unknown>;
  if (typeof code === "string" && (RETRYABLE_PRISMA.has(code) || RETRYABLE_SQLSTATE.has(code))) return true;
  if (typeof originalCode === "string" && RETRYABLE_SQLSTATE.has(originalCode)) return true;
  if (kind === "TransactionWriteConflict") return true;
  const nested = [cause, meta, (meta as Record<string, unknown> | undefined)?.driverAdapterError];
  return nested.some((inner) => isRetryable(inner, depth + 1));
}
