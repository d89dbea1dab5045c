import { PrismaPg } from "@prisma/adapter-pg";
import type { SqlDriverAdapter, SqlDriverAdapterFactory, Transaction } from "@prisma/driver-adapter-utils";
import pg from "pg";
import { PrismaClient } from "../../prisma/generated/client";

/** Where Prisma's questions go. */
type Connection = { query(question: pg.QueryConfig): Promise<pg.QueryResult> };

/**
 * A Prisma client that speaks on the connection a transaction holds already. One transaction sits on it at a time, so
 * that what Prisma gathers into one query stays inside one transaction.
 */
export class PrismaSeat {
  readonly #pool = new BorrowedPool();
  readonly client = new PrismaClient({
    adapter: insideTransaction(this.#pool),
    // Without a picture of the calling line, for which every query would pay with a stack trace.
    errorFormat: "minimal",
  });

  /** Null takes it away: a query that comes later fails. */
  set connection(connection: Connection | null) {
    this.#pool.borrowed = connection;
  }

  /** Whether a query went through it: Prisma takes its time before the first one. */
  get isWarm(): boolean {
    return this.#pool.asked;
  }
}

/** A pool in shape only: every query goes to the one connection it was lent. */
class BorrowedPool extends pg.Pool {
  borrowed: Connection | null = null;
  asked = false;

  // The many forms of `query` are one here: Prisma's adapter hands over an object and awaits a promise.
  override query = ((question: pg.QueryConfig) => {
    if (!this.borrowed) throw new Error("a query after the end of its transaction");
    this.asked = true;
    return this.borrowed.query(question);
  }) as unknown as pg.Pool["query"];
}

/** Prisma's own adapter, except that BEGIN and COMMIT are not its business. */
function insideTransaction(pool: BorrowedPool): SqlDriverAdapterFactory {
  const factory = new PrismaPg(pool);
  return {
    provider: "postgres",
    adapterName: factory.adapterName,
    async connect(): Promise<SqlDriverAdapter> {
      const inner = await factory.connect();
      const queries = {
        provider: "postgres" as const,
        adapterName: factory.adapterName,
        queryRaw: inner.queryRaw.bind(inner),
        executeRaw: inner.executeRaw.bind(inner),
      };
      const joined: Transaction = {
        ...queries,
        // Prisma then sends neither COMMIT nor ROLLBACK itself.
        options: { usePhantomQuery: true },
        commit: async () => {},
        rollback: async () => {},
      };
      return {
        ...queries,
        executeScript: inner.executeScript.bind(inner),
        getConnectionInfo: inner.getConnectionInfo?.bind(inner),
        startTransaction: async () => joined,
        dispose: inner.dispose.bind(inner),
      };
    },
  };
}
