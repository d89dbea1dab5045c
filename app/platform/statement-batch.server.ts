import type { Duplex } from "node:stream";
import pg from "pg";
import { prepareValue } from "pg/lib/utils.js";

interface Column {
  name: string;
  read(text: string): unknown;
}

/** A text that is prepared once per connection. */
export class Statement {
  /** What its rows are made of: known once PostgreSQL described them, and the same on every connection. */
  columns: Column[] | null = null;

  constructor(readonly text: string) {}
}

export interface Answer {
  rows: object[];
  /** What PostgreSQL says it did: `INSERT 0 1`, `COMMIT`. */
  done: string;
}

interface Asked {
  statement: Statement;
  values: unknown[];
  wantsRows: boolean;
  rows: object[];
  resolve(answer: Answer): void;
  reject(error: unknown): void;
}

/** The messages a connection of `pg` can send; not in its types. */
interface Wire {
  stream: Duplex;
  parse(message: { name: string; text: string }): void;
  bind(message: { statement: string; values: unknown[] }): void;
  describe(message: { type: "P"; name: string }): void;
  execute(message: object): void;
  sync(): void;
}

/** What each statement is called on a connection where it was prepared. */
const prepared = new WeakMap<Wire, Map<Statement, string>>();
let count = 0;

/**
 * Statements that travel together: one packet there, one back. `pg` itself ends each statement with a Sync, which
 * PostgreSQL answers with a packet of its own, and has the columns described anew each time; that costs more than most
 * statements do. After the first that fails PostgreSQL carries out none of the rest.
 */
export class StatementBatch extends pg.Query {
  readonly #asked: Asked[] = [];
  readonly #new = new Set<Statement>();
  /** How many were answered. */
  #done = 0;

  constructor() {
    super({ text: "" });
  }

  /** @param wantsRows whether its rows are to be read */
  add(statement: Statement, values: unknown[], wantsRows: boolean): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#asked.push({ statement, values: values.map(prepareValue), wantsRows, rows: [], resolve, reject });
    });
  }

  /** Ends it unsent, or sent and failed. */
  fail(error: unknown): void {
    for (const { reject } of this.#asked.splice(this.#done)) reject(error);
  }

  override submit = (connection: unknown): void => {
    const wire = connection as Wire;
    let names = prepared.get(wire);
    if (!names) prepared.set(wire, (names = new Map()));
    wire.stream.cork();
    for (const { statement, values, wantsRows } of this.#asked) {
      let name = names.get(statement);
      if (name === undefined) {
        names.set(statement, (name = `s${++count}`));
        this.#new.add(statement);
        wire.parse({ name, text: statement.text });
      }
      wire.bind({ statement: name, values });
      if (wantsRows && !statement.columns) wire.describe({ type: "P", name: "" });
      wire.execute({});
    }
    wire.sync();
    wire.stream.uncork();
  };

  // What follows is called by the client of `pg` as the answers come in.

  handleRowDescription({ fields }: { fields: { name: string; dataTypeID: number }[] }): void {
    const asked = this.#asked[this.#done];
    if (asked) asked.statement.columns = fields.map(({ name, dataTypeID }) => ({ name: camelCase(name), read: reader(dataTypeID) }));
  }

  handleDataRow({ fields: texts }: { fields: (string | null)[] }): void {
    const { statement: { columns }, wantsRows, rows } = this.#asked[this.#done] as Asked;
    if (!wantsRows || !columns) return;
    const row: Record<string, unknown> = {};
    for (const [i, { name, read }] of columns.entries()) {
      const text = texts[i] ?? null;
      row[name] = text === null ? null : read(text);
    }
    rows.push(row);
  }

  handleCommandComplete({ text: done }: { text: string }): void {
    const asked = this.#asked[this.#done++];
    asked?.resolve({ rows: asked.rows, done });
  }

  handleError(error: Error, connection: unknown): void {
    // Whether PostgreSQL still prepared those it did not carry out is not told: they get another name next time.
    const names = prepared.get(connection as Wire);
    for (const { statement } of this.#asked.slice(this.#done)) if (this.#new.has(statement)) names?.delete(statement);
    this.fail(error);
  }

  handleReadyForQuery(): void {}
}

const INT8 = 20;

/** As Prisma reads them: whole numbers of 64 bits are `bigint`. */
function reader(type: number): (text: string) => unknown {
  return type === INT8 ? BigInt : (pg.types.getTypeParser(type, "text") as (text: string) => unknown);
}

function camelCase(name: string): string {
  return name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
