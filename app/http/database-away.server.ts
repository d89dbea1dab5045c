const SOCKET = new Set(["ECONNREFUSED", "ECONNRESET", "ETIMEDOUT", "EPIPE", "ENOENT"]);
/** PostgreSQL: shut down by its keeper, crashed, starting up; too many connections; the class of lost connections. */
const SQLSTATE = /^(57P0[123]|53300|08...)$/;
const PRISMA = new Set(["P1001", "P1002", "P1017", "P2024"]);
const ADAPTER = new Set(["DatabaseNotReachable", "ConnectionClosed", "SocketTimeout", "TooManyConnections"]);

/** Whether an error only says that PostgreSQL cannot be reached for the moment: the work was right, the time was not. */
export function databaseIsAway(error: unknown, depth = 0): boolean {
  if (typeof error !== "object" || error === null || depth > 5) return false;
  const { code, kind, originalCode, cause, meta, message } = error as Record<string, unknown>;
  for (const name of [code, originalCode]) {
    if (typeof name === "string" && (SOCKET.has(name) || PRISMA.has(name) || SQLSTATE.test(name)))
      return true;
  }
  if (typeof kind === "string" && ADAPTER.has(kind)) return true;
  // `pg` ends a query on a broken connection with words alone.
  if (
    typeof message === "string" &&
    /^(Connection terminated|timeout exceeded when trying to connect)/.test(message)
  ) {
    return true;
  }
  const driver = (meta as Record<string, unknown> | undefined)?.driverAdapterError;
  return [cause, driver].some((inner) => databaseIsAway(inner, depth + 1));
}
