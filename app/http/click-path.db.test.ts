import { createServer, request, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { PostgresDatabase } from "~/platform/db.server";
import { ClickRecorder } from "~/sharing/click-recorder.server";
import { readClickToken, type ClickToken } from "~/sharing/click-token.server";
import { aLink } from "~/testing/builders/sharing";
import { databaseLine } from "~/testing/database-line";
import { testDatabase, testRecorder, type TestDatabase } from "~/testing/test-database";
import { clickPath } from "./click-path.server";

/** How long a click waits for the database: long enough for a busy machine, short enough for a test. */
const PATIENCE_MS = 1_000;
const FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0";

let test: TestDatabase;
const servers: Server[] = [];
let port: number;

/** The handler, and a page that stands for all others; the last proxy says which of many visitors comes. */
async function serve(deps: Parameters<typeof clickPath>[1]): Promise<number> {
  const pages: RequestListener = (_req, res) => {
    const { failure } = (res as { locals?: { failure?: unknown } }).locals ?? {};
    res.writeHead(failure ? 503 : 404).end("nobody has this code");
  };
  const server = createServer(clickPath(pages, deps, { APP_URL: "http://localhost:3000", TRUSTED_PROXY_HOPS: 1 }));
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return (server.address() as AddressInfo).port;
}

beforeAll(async () => {
  test = await testDatabase();
  port = await serve(test);
});
afterAll(async () => {
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
});

interface Answer {
  status: number;
  location: string | undefined;
  cookie: string[] | undefined;
}

let visitors = 0;

function visit(path: string, { method = "GET", headers = {}, to = port } = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const from = `10.1.${++visitors >> 8}.${visitors & 255}`;
    const options = { port: to, path, method, headers: { "user-agent": FIREFOX, "x-forwarded-for": from, ...headers } };
    request(options, (answer) => {
      answer.resume().on("end", () =>
        resolve({
          status: answer.statusCode ?? 0,
          location: answer.headers.location,
          cookie: answer.headers["set-cookie"],
        }),
      );
    })
      .on("error", reject)
      .end();
  });
}

async function clicksOf(linkId: string) {
  const { rows } = await test.db.pool.query("select * from clicks.click where link_id = $1 order by id", [linkId]);
  return rows;
}

async function totalOf(linkId: string): Promise<number> {
  const { rows } = await test.db.pool.query("select sum(counted + uncounted)::int as n from clicks.daily where link_id = $1", [linkId]);
  return rows[0].n;
}

const tokenOf = (location: string | undefined) => readClickToken(new URL(location ?? "", "http://x").searchParams.get("c") ?? "");

describe("GET /r/:code", () => {
  it("writes the click, then leads to the landing page with its token, and sets no cookie", async () => {
    const link = await aLink(test.db, { code: "JANNEKE" });
    const { status, location, cookie } = await visit("/r/janneke?via=whatsapp&utm_source=x&sub=letter-12");
    expect({ status, cookie }).toEqual({ status: 302, cookie: undefined });
    expect(location).toMatch(/^\/l\/JANNEKE\?c=[\w-]+$/);
    const [click] = await clicksOf(link.id);
    expect(click).toMatchObject({ counted: true, device: "desktop", channel: "whatsapp", tag: "letter-12" });
    expect(tokenOf(location)).toEqual({ linkId: link.id, programId: link.programId, clickId: click.id, at: click.occurred_at });
  });

  it("leads everybody on, and does not count HEAD, bots and pages fetched ahead", async () => {
    const link = await aLink(test.db, { code: "PREVIEW" });
    expect((await visit("/r/PREVIEW", { method: "HEAD" })).status).toBe(302);
    expect((await visit("/r/PREVIEW", { headers: { "user-agent": "WhatsApp/2.24.20.89 A" } })).status).toBe(302);
    expect((await visit("/r/PREVIEW", { headers: { "sec-purpose": "prefetch" } })).status).toBe(302);
    expect((await clicksOf(link.id)).map((click) => click.counted)).toEqual([false, false, false]);
  });

  it.each(["/r/NOBODY", "/r", "/r/", "/r/a", "/r//evil.test", "/r/A/B", "/r/%00", "/r/%f0%28%8c%28", "/r/%", "/r/..%2f..%2fetc"])(
    "says kindly that nobody has %s",
    async (path) => {
      expect(await visit(path)).toMatchObject({ status: 404, location: undefined });
    },
  );

  it("leaves other methods to the pages", async () => {
    expect((await visit("/r/JANNEKE", { method: "POST" })).status).toBe(404);
  });

  it("answers any bytes with a redirect to our own page or a 4xx, never 5xx", async () => {
    await aLink(test.db, { code: "ABC" });
    // What an HTTP client can put on the wire in a path, percent signs that decode to nothing included.
    const bytes = fc.string({ unit: fc.integer({ min: 0x21, max: 0xff }).map((code) => String.fromCharCode(code)), maxLength: 60 });
    const paths = fc.oneof(bytes, bytes.map((text) => `ABC${text}`), bytes.map((text) => `%${text}`));
    await fc.assert(
      fc.asyncProperty(paths, async (text) => {
        const { status, location } = await visit(`/r/${text}`);
        // 400 is Node's own parser, which refuses control bytes before anybody sees them.
        expect([302, 400, 404]).toContain(status);
        if (location) expect(location).toMatch(/^\/l\/[A-Z0-9-]+\?c=[\w-]+$/);
      }),
      { numRuns: 300 },
    );
  });
});

describe("with the database away (G12)", () => {
  /** The click path behind a line that can be cut, and a code it has met. */
  async function onALine(code: string) {
    const link = await aLink(test.db, { code });
    const line = await databaseLine(test.urls.app);
    const db = new PostgresDatabase(line.url);
    const clicks = testRecorder(line.url, PATIENCE_MS);
    onTestFinished(() => clicks.close().then(() => db.close()));
    const to = await serve({ db, clock: test.clock, clicks });
    await visit(`/r/${code}`, { to });
    return { link, line, clicks, to };
  }

  it.each(["cut", "silence"] as const)("still leads a code it knows to its page, and writes each click once when it is back (%s)", async (how) => {
    const { link, line, clicks, to } = await onALine(`STORM-${how.toUpperCase()}`);
    line[how]();
    const answers = await Promise.all(Array.from({ length: 40 }, (_, n) => visit(`/r/${link.code}?sub=${n % 2 ? "a" : "b"}`, { to })));
    const tokens = answers.map(({ location }) => tokenOf(location) as ClickToken);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([302]));
    expect(tokens[7]).toMatchObject({ linkId: link.id, at: test.clock.now() });
    expect(clicks.databaseIsAway).toBe(true);
    await expect(visit(`/r/${link.code}`, { to })).resolves.toMatchObject({ status: 302 });
    if (how === "cut") expect((await visit("/r/OTHER", { to })).status).toBe(503);

    line.mend();
    expect(await clicks.replay()).toBeGreaterThan(40);
    expect(await clicks.replay()).toBe(0);
    const stored = (await clicksOf(link.id)).map(({ id }) => id as string);
    expect(stored).toEqual(expect.arrayContaining(tokens.map(({ clickId }) => clickId)));
    expect(await totalOf(link.id)).toBe(stored.length);
    await visit(`/r/${link.code}`, { to });
    expect([clicks.databaseIsAway, await totalOf(link.id)]).toEqual([false, stored.length + 1]);
  });

  it("sends the friend on when neither database nor disk takes the click", async () => {
    const link = await aLink(test.db, { code: "NOWHERE" });
    const clicks = new ClickRecorder({ connectionString: "postgresql://nobody@127.0.0.1:1/none", folder: "/dev/null/full" });
    const to = await serve({ db: test.db, clock: test.clock, clicks });
    const { status, location } = await visit("/r/NOWHERE", { to });
    expect([status, tokenOf(location)]).toEqual([302, expect.objectContaining({ linkId: link.id })]);
  });
});
