import pg from "pg";

interface Statement {
  /** Prepared once on the connection under this name. */
  name: string;
  text: string;
  values: unknown[];
}

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
  async run<Row extends pg.QueryResultRow>(statement: Statement, withinMs: number): Promise<Row[]> {
    const opened = (this.#client ??= this.#connect(withinMs));
    try {
      const client = await opened;
      const { rows } = await client.query<Row>({ ...statement, query_timeout: withinMs } as pg.QueryConfig);
      return rows;
    } catch (error) {
      this.#leave(opened);
      throw error;
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
