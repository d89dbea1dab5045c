import type { Duplex } from "node:stream";
import pg from "pg";

/** A part of a statement that is the same at every call, such as a list of columns. */
export class SqlFragment {
  constructor(readonly text: string) {}
}

type Strings = TemplateStringsArray;
interface Statement {
  name: string;
  text: string;
}

const INT8 = 20;
/** As Prisma reads them: whole numbers of 64 bits are `bigint`. */
const types = {
  getTypeParser: ((oid: number, format?: "text") => (oid === INT8 ? BigInt : pg.types.getTypeParser(oid, format))) as typeof pg.types.getTypeParser,
};

/** One statement per place in the code, prepared once per connection. */
const written = new WeakMap<Strings, Statement>();
const inserts = new Map<string, Statement>();
let count = 0;

/**
 * Hand-written SQL on the connection of one transaction, for what happens thousands of times an hour (docs/decisions/018).
 * Statements go out without waiting for the answers of earlier ones, and PostgreSQL carries them out in order.
 */
export class Sql {
  /** What made the first statement fail whose answer nobody waited for; the transaction is lost then. */
  failure: unknown = null;

  #connection: pg.ClientBase | null;
  readonly #stream: Duplex;
  #held = false;

  constructor(connection: pg.ClientBase) {
    this.#connection = connection;
    // Not in the types of `pg`: the socket.
    this.#stream = (connection as unknown as { connection: { stream: Duplex } }).connection.stream;
  }

  begin(): void {
    this.#send({ name: "begin", text: "begin" }, []);
  }

  /** Asks, and waits for the rows; columns in snake_case become properties in camelCase. */
  async rows<Row>(strings: Strings, ...values: unknown[]): Promise<Row[]> {
    try {
      const { fields, rows } = await this.#run(statementOf(strings, values), values.filter(isValue));
      const names = fields.map(({ name }) => camelCase(name));
      return rows.map((row) => Object.fromEntries(names.map((name, i) => [name, row[i]])) as Row);
    } catch (error) {
      throw this.failure ?? error;
    }
  }

  /** Writes or locks, and waits for nothing: what comes later sees it, and the commit tells when it failed. */
  send(strings: Strings, ...values: unknown[]): void {
    this.#send(statementOf(strings, values), values.filter(isValue));
  }

  /** Adds a row unless one with its key is there. @returns whether it was added */
  async insertNew(table: string, row: object): Promise<boolean> {
    const { statement, values } = insertion(table, [row], "on conflict do nothing returning 1");
    try {
      return (await this.#run(statement, values)).rows.length === 1;
    } catch (error) {
      throw this.failure ?? error;
    }
  }

  /** Adds rows of one shape to a table, in one statement, and waits for nothing. JSON lists are given as text. */
  insert(table: string, rows: readonly object[], ending = ""): void {
    if (rows.length === 0) return;
    const { statement, values } = insertion(table, rows, ending);
    this.#send(statement, values);
  }

  /** @throws what made the transaction impossible, also when nobody waited for that statement */
  async commit(): Promise<void> {
    const { command } = await this.#run({ name: "commit", text: "commit" }, []);
    this.close();
    // PostgreSQL answers a COMMIT after a failure with ROLLBACK, not with an error.
    if (command !== "COMMIT") throw this.failure ?? new Error("PostgreSQL rolled back instead of committing");
  }

  /** Refuses whatever part of the work still runs, when another one failed: the connection serves others from now on. */
  close(): void {
    this.#connection = null;
  }

  /** Lets all statements of one stretch of work leave in one piece: each would be a call to the system of its own. */
  #hold(): void {
    if (this.#held) return;
    this.#held = true;
    this.#stream.cork();
    process.nextTick(() => {
      this.#held = false;
      this.#stream.uncork();
    });
  }

  #send(statement: Statement, values: unknown[]): void {
    this.#run(statement, values).catch((error: unknown) => (this.failure ??= error));
  }

  async #run({ name, text }: Statement, values: unknown[]): Promise<pg.QueryArrayResult<unknown[]>> {
    if (!this.#connection) throw new Error("a statement after the end of its transaction");
    this.#hold();
    return await this.#connection.query<unknown[]>({ name, text, values, types, rowMode: "array" });
  }
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
    written.set(strings, (statement = { name: `s${++count}`, text }));
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
  return { name: `s${++count}`, text };
}

function column(name: string): string {
  return `"${name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}"`;
}

const camel = new Map<string, string>();

function camelCase(name: string): string {
  let known = camel.get(name);
  if (known === undefined) camel.set(name, (known = name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())));
  return known;
}
