import { randomInt } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import { Pool } from "pg";
import { type Prisma, PrismaClient } from "../../prisma/generated/client";
import { AppError } from "./errors";
import { isRetryable } from "./retryable.server";
import { log } from "./log.server";

/** The handle inside a transaction. Only a room's store touches its own tables through it. */
export type Tx = Prisma.TransactionClient;

/** The one door to the database: every read and write of the product goes through a named transaction. */
export interface Database {
  transaction<T>(name: string, work: (tx: Tx) => Promise<T>): Promise<T>;
}

const MAX_TRIES = 5;

/** A door onto one connection string. Closed by `close()`; used by the processes and by each test file. */
export class PostgresDatabase implements Database {
  /** Shared by raw batches, LISTEN and the clock. */
  readonly pool: Pool;
  readonly #prisma: PrismaClient;

  constructor(connectionString: string, options: { poolSize?: number } = {}) {
    const max = options.poolSize ?? 10;
    this.pool = new Pool({ connectionString, max: 4 });
    // Without a listener one dropped idle connection would end the process.
    this.pool.on("error", (error) => log.warn({ err: error.message }, "idle database connection lost"));
    this.#prisma = new PrismaClient({
      adapter: new PrismaPg({ connectionString, max }),
      // Without a picture of the calling line, for which every query would pay with a stack trace.
      errorFormat: "minimal",
    });
  }

  /**
   * Opens a transaction (READ COMMITTED; rows that matter are locked by the caller) and retries it when PostgreSQL
   * asks for that: serialisation failures and deadlocks, also those raised at COMMIT (F6). No network inside.
   * @throws AppError `database_busy` (503) after five tries
   */
  async transaction<T>(name: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#prisma.$transaction(work, { timeout: 20_000, maxWait: 10_000 });
      } catch (error) {
        if (!isRetryable(error)) throw error;
        if (attempt === MAX_TRIES) {
          throw new AppError("database_busy", {
            message: `transaction ${name} gave way ${MAX_TRIES} times`,
            status: 503,
            cause: error,
          });
        }
        await new Promise((resolve) => setTimeout(resolve, randomInt(5, 20) * 2 ** attempt));
      }
    }
  }

  async close(): Promise<void> {
    await this.#prisma.$disconnect();
    await this.pool.end();
  }
}

/** Joins the caller's transaction: hand this as `db` to a use case that must commit together with the rest. */
export function within(tx: Tx): Database {
  return { transaction: (_name, work) => work(tx) };
}
