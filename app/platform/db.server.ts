import { randomInt } from "node:crypto";
import { Pool, type PoolClient } from "pg";
import { type Prisma } from "../../prisma/generated/client";
import { AppError } from "./errors";
import { isRetryable, tookTooLong } from "./retryable.server";
import { log } from "./log.server";
import { PrismaSeat } from "./prisma-seat.server";
import { Sql } from "./sql.server";

/**
 * The handle inside a transaction: Prisma's models, and SQL by hand where that is worth it. Only a room's store touches
 * its own tables through it.
 */
export type Tx = Prisma.TransactionClient & { readonly sql: Sql };

/** The one door to the database: every read and write of the product goes through a named transaction. */
export interface Database {
  transaction<T>(name: string, work: (tx: Tx) => Promise<T>): Promise<T>;
}

const MAX_TRIES = 5;
/** For a free connection. */
const MAX_WAIT_MS = 30_000;
/** Of one statement, and of one pause between two. */
const MAX_MS = 20_000;

/** A door onto one connection string. Closed by `close()`; used by the processes and by each test file. */
export class PostgresDatabase implements Database {
  /** Shared by raw batches, LISTEN and the clock. */
  readonly pool: Pool;
  /** For counts of which a crash of PostgreSQL may forget the last moments: nobody waits for the disk. */
  readonly counters: Pool;
  readonly #transactions: Pool;
  readonly #freeSeats: PrismaSeat[] = [];

  constructor(connectionString: string, options: { poolSize?: number } = {}) {
    this.pool = new Pool({ connectionString, max: 4 });
    this.counters = new Pool({ connectionString, max: 2, options: "-c synchronous_commit=off" });
    this.#transactions = new Pool({
      connectionString,
      max: options.poolSize ?? 10,
      connectionTimeoutMillis: MAX_WAIT_MS,
      statement_timeout: MAX_MS,
      idle_in_transaction_session_timeout: MAX_MS,
      // Statements need not wait for each other's answers.
      pipeline: true,
    });
    for (const pool of [this.pool, this.counters, this.#transactions]) {
      // Without a listener one dropped idle connection would end the process; one in use fails its own query.
      pool.on("error", (error) => log.warn({ err: error.message }, "idle database connection lost"));
      pool.on("connect", (connection) => connection.on("error", () => {}));
    }
  }

  /**
   * Opens a transaction (READ COMMITTED; rows that matter are locked by the caller) and retries it when PostgreSQL
   * asks for that: serialisation failures and deadlocks, also those raised at COMMIT (F6). No network inside.
   * @throws AppError `database_busy` (503) after five tries, or when a statement or the wait for a connection took too long
   */
  async transaction<T>(name: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#once(work);
      } catch (cause) {
        const busy = (message: string) => new AppError("database_busy", { message, status: 503, cause });
        if (tookTooLong(cause)) throw busy(`transaction ${name} took too long`);
        if (!isRetryable(cause)) throw cause;
        if (attempt === MAX_TRIES) throw busy(`transaction ${name} gave way ${MAX_TRIES} times`);
        await new Promise((resolve) => setTimeout(resolve, randomInt(5, 20) * 2 ** attempt));
      }
    }
  }

  async #once<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const connection = await this.#transactions.connect();
    const sql = new Sql(connection);
    // Most transactions of the busiest paths never ask Prisma for anything: it sits down at the first question.
    let seat: PrismaSeat | undefined;
    const prisma = () => {
      if (!seat) (seat = this.#freeSeats.pop() ?? new PrismaSeat()).connection = sql;
      return seat.client;
    };
    try {
      sql.begin();
      const result = await work(handle(sql, prisma));
      await sql.commit();
      connection.release();
      if (seat) this.#leave(seat);
      return result;
    } catch (error) {
      // What else of the work still runs must not reach the connection, nor the seat's next transaction.
      sql.close();
      if (seat) seat.connection = null;
      await giveBack(connection);
      if (seat?.isWarm) this.#leave(seat);
      throw sql.failure ?? error;
    }
  }

  #leave(seat: PrismaSeat): void {
    seat.connection = null;
    this.#freeSeats.push(seat);
  }

  async close(): Promise<void> {
    await Promise.all(this.#freeSeats.map(({ client }) => client.$disconnect()));
    await Promise.all([this.#transactions, this.counters, this.pool].map((pool) => pool.end()));
  }
}

/** Undoes what was done. A connection that cannot even do that is thrown away. */
async function giveBack(connection: PoolClient): Promise<void> {
  try {
    await connection.query("rollback");
    connection.release();
  } catch {
    connection.release(true);
  }
}

function handle(sql: Sql, prisma: () => object): Tx {
  return new Proxy({ sql } as unknown as Tx, {
    get(target, name) {
      if (name === "sql") return target.sql;
      const client = prisma();
      const part: unknown = Reflect.get(client, name);
      return typeof part === "function" ? part.bind(client) : part;
    },
  });
}

/** Joins the caller's transaction: hand this as `db` to a use case that must commit together with the rest. */
export function within(tx: Tx): Database {
  return { transaction: (_name, work) => work(tx) };
}
