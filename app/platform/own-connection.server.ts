import pg from "pg";
import { StatementBatch, type Statement } from "./statement-batch.server";

/**
 * One connection for one purpose, opened when it is first used. What takes too long or fails gives the connection up, and
 * the next statement opens another: nobody waits behind a database that does not answer.
 */
export class OwnConnection {
  #client: Promise<pg.Client> | undefined;

  constructor(private readonly connectionString: string) {}

  /**
   * Runs one statement, which is a transaction of its own. One that took too long may still happen.
   * @throws Error when it was refused, the database is away, or `withinMs` is over
   */
  async run<Row extends object>(statement: Statement, values: unknown[], withinMs: number): Promise<Row[]> {
    const opened = (this.#client ??= this.#connect(withinMs));
    const batch = new StatementBatch();
    const answered = batch.add(statement, values, true);
    const late = setTimeout(() => batch.fail(new Error(`no answer within ${withinMs} ms`)), withinMs);
    try {
      const [{ rows }] = await Promise.all([answered, opened.then((client) => void client.query(batch))]);
      return rows as Row[];
    } catch (error) {
      this.#leave(opened);
      throw error;
    } finally {
      clearTimeout(late);
    }
  }

  /** Opens the connection where nobody waits for it yet. @throws Error when the database is away */
  async open(withinMs: number): Promise<void> {
    const opened = (this.#client ??= this.#connect(withinMs));
    try {
      await opened;
    } catch (error) {
      this.#leave(opened);
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.#client?.then((client) => client.end()).catch(() => undefined);
  }

  #connect(withinMs: number): Promise<pg.Client> {
    const { connectionString } = this;
    const client = new pg.Client({ connectionString, connectionTimeoutMillis: withinMs, keepAlive: true });
    client.on("error", () => undefined);
    const opened = client.connect().then(() => client);
    client.once("end", () => this.#forget(opened));
    return opened;
  }

  #leave(opened: Promise<pg.Client>): void {
    this.#forget(opened);
    void opened.then((client) => client.end()).catch(() => undefined);
  }

  #forget(opened: Promise<pg.Client>): void {
    if (this.#client === opened) this.#client = undefined;
  }
}
