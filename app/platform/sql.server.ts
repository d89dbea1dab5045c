import type pg from "pg";
import { Statement, StatementBatch, type Answer } from "./statement-batch.server";

/** A part of a statement that is the same at every call, such as a list of columns. */
export class SqlFragment {
  constructor(readonly text: string) {}
}

type Strings = TemplateStringsArray;

/** One statement per place in the code. */
const written = new WeakMap<Strings, Statement>();
const inserts = new Map<string, Statement>();
const BEGIN = new Statement("begin");
const COMMIT = new Statement("commit");
const KEEP_PLANS = new Statement("set local plan_cache_mode = force_generic_plan");

/**
 * Hand-written SQL on the connection of one transaction, for what happens thousands of times an hour (docs/decisions/018).
 * Statements do not wait for the answers of earlier ones: all of one stretch of work travel together, and PostgreSQL
 * carries them out in order.
 */
export class Sql {
  /** What made the first statement fail whose answer nobody waited for; the transaction is lost then. */
  failure: unknown = null;

  #connection: pg.ClientBase | null;
  #batch: StatementBatch | null = null;

  constructor(connection: pg.ClientBase) {
    this.#connection = connection;
  }

  begin(): void {
    this.#send(BEGIN, []);
  }

  /**
   * From here to the end of the transaction a statement is planned once per connection, and anew when its tables have
   * grown; PostgreSQL would rather plan a list of ids at every call. For work whose every look-up has an index,
   * whatever it is asked for.
   */
  keepPlans(): void {
    this.#send(KEEP_PLANS, []);
  }

  /** Asks, and waits for the rows; columns in snake_case become properties in camelCase. */
  async rows<Row>(strings: Strings, ...values: unknown[]): Promise<Row[]> {
    return (await this.#ask(statementOf(strings, values), values.filter(isValue))) as Row[];
  }

  /** Writes or locks, and waits for nothing: what comes later sees it, and the commit tells when it failed. */
  send(strings: Strings, ...values: unknown[]): void {
    this.#send(statementOf(strings, values), values.filter(isValue));
  }

  /** Adds rows of one shape to a table, in one statement, and waits for nothing. JSON lists are given as text. */
  insert(table: string, rows: readonly object[], ending = ""): void {
    if (rows.length === 0) return;
    const { statement, values } = insertion(table, rows, ending);
    this.#send(statement, values);
  }

  /** What Prisma asks, in its turn. */
  query(question: pg.QueryConfig): Promise<pg.QueryResult> {
    if (!this.#connection) return Promise.reject(new TransactionOver());
    this.#leave();
    return this.#connection.query(question);
  }

  /** @throws what made the transaction impossible, also when nobody waited for that statement */
  async commit(): Promise<void> {
    try {
      const { done } = await this.#add(COMMIT, [], false);
      // PostgreSQL answers a COMMIT after a failure with ROLLBACK, not with an error.
      if (done !== "COMMIT") throw new Error("PostgreSQL rolled back instead of committing");
    } catch (error) {
      throw this.failure ?? error;
    }
    this.close();
  }

  /** Refuses whatever part of the work still runs, when another one failed: the connection serves others from now on. */
  close(): void {
    this.#connection = null;
    this.#batch?.fail(new TransactionOver());
    this.#batch = null;
  }

  #send(statement: Statement, values: unknown[]): void {
    this.#add(statement, values, false).catch((error: unknown) => {
      if (!(error instanceof TransactionOver)) this.failure ??= error;
    });
  }

  async #ask(statement: Statement, values: unknown[]): Promise<object[]> {
    try {
      return (await this.#add(statement, values, true)).rows;
    } catch (error) {
      // Ends where PostgreSQL answered; this leads to who asked.
      if (error instanceof Error) Error.captureStackTrace(error);
      throw this.failure ?? error;
    }
  }

  #add(statement: Statement, values: unknown[], wantsRows: boolean): Promise<Answer> {
    if (!this.#connection) return Promise.reject(new TransactionOver());
    if (!this.#batch) {
      this.#batch = new StatementBatch();
      process.nextTick(() => this.#leave());
    }
    return this.#batch.add(statement, values, wantsRows);
  }

  #leave(): void {
    if (this.#batch) this.#connection?.query(this.#batch);
    this.#batch = null;
  }
}

class TransactionOver extends Error {
  override message = "a statement after the end of its transaction";
}

/** The columns of a model, as a list for `select`: `columnsOf(Prisma.CustomerScalarFieldEnum)`. */
export function columnsOf(fields: Record<string, string>): SqlFragment {
  return new SqlFragment(Object.values(fields).map(column).join(", "));
}

function isValue(value: unknown): boolean {
  return !(value instanceof SqlFragment);
}

function statementOf(strings: Strings, values: readonly unknown[]): Statement {
  let statement = written.get(strings);
  if (!statement) {
    let place = 0;
    const text = strings.reduce((sql, part, i) => {
      const value = values[i - 1];
      return sql + (value instanceof SqlFragment ? value.text : `$${++place}`) + part;
    });
    written.set(strings, (statement = new Statement(text)));
  }
  return statement;
}

function insertion(table: string, rows: readonly object[], ending: string): { statement: Statement; values: unknown[] } {
  const names = Object.keys(rows[0] ?? {});
  const key = `${table} ${names.join()} ${rows.length} ${ending}`;
  let statement = inserts.get(key);
  if (!statement) inserts.set(key, (statement = insertOf(table, names, rows.length, ending)));
  return { statement, values: rows.flatMap((row) => names.map((name) => (row as Record<string, unknown>)[name])) };
}

function insertOf(table: string, names: readonly string[], rows: number, ending: string): Statement {
  const places = Array.from({ length: rows }, (_, r) => `(${names.map((_name, c) => `$${r * names.length + c + 1}`).join(", ")})`);
  const text = `insert into ${table} (${names.map(column).join(", ")}) values ${places.join(", ")} ${ending}`;
  return new Statement(text);
}

function column(name: string): string {
  return `"${name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}"`;
}
