import type { NotedHead } from "~/ledger/audit-chain.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { inspectBooks } from "./inspect-books.server";

/** `inspectBooks` in a transaction of its own that sees one moment: what is written meanwhile is neither half there nor half missing. */
export async function auditBooks({ noted }: { noted?: NotedHead } = {}, { db = rootDb, clock = systemClock }: Deps = {}) {
  return await db.transaction("audit-books", async (tx) => {
    await tx.$executeRaw`set transaction isolation level repeatable read, read only`;
    // It reads everything there is, and takes as long as that takes.
    await tx.$executeRaw`set local statement_timeout = 0`;
    return await inspectBooks(tx, { now: clock.now(), noted });
  });
}
