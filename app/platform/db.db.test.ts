import { beforeAll, describe, expect, it, vi } from "vitest";
import { testDatabase, type TestDatabase } from "~/testing/test-database";
import { withClient } from "../../scripts/database-cluster";
import { PostgresDatabase, within, type Tx } from "./db.server";
import { enqueue } from "./jobs.server";

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});

const limitKeys = async () =>
  (await test.db.pool.query<{ key: string }>("select key from platform.rate_limit order by key")).rows.map((row) => row.key);

describe("the transaction door", () => {
  it("rolls back everything when the work throws", async () => {
    const work = test.db.transaction("throws", async (tx) => {
      await tx.$executeRaw`insert into platform.rate_limit (key, points) values ('lost', 1)`;
      await enqueue(tx, "release-holds", {});
      throw new Error("changed my mind");
    });
    await expect(work).rejects.toThrow("changed my mind");
    expect(await limitKeys()).not.toContain("lost");
    const jobs = await test.db.pool.query("select * from jobs.dead_letter");
    expect(jobs.rows).toEqual([]);
  });

  it("joins the caller's transaction", async () => {
    const outer = test.db.transaction("outer", async (tx) => {
      await within(tx).transaction("inner", (inner) =>
        inner.$executeRaw`insert into platform.rate_limit (key, points) values ('inner', 1)`,
      );
      throw new Error("outer fails");
    });
    await expect(outer).rejects.toThrow("outer fails");
    expect(await limitKeys()).not.toContain("inner");
  });

  it("calls a job up by the database's clock, also when ours runs behind", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: new Date("2020-01-01T00:00:00Z") });
    const at = new Date(test.clock.now().getTime() + 3_600_000);
    await test.db
      .transaction("wait-an-hour", (tx) => enqueue(tx, "audit-books", {}, { runAt: { at, now: test.clock.now() } }))
      .finally(() => vi.useRealTimers());
    await withClient(test.urls.worker, async (client) => {
      const { rows } = await client.query("select run_at from graphile_worker._private_jobs where run_at > now()");
      expect(rows).toHaveLength(1);
      expect((rows[0].run_at.getTime() - Date.now()) / 3_600_000).toBeCloseTo(1, 1);
    });
  });

  it("tries a deadlock again until both sides are through (F6)", async () => {
    await test.db.pool.query("insert into platform.rate_limit (key, points) values ('a', 0), ('b', 0)");
    const both = (first: string, second: string) =>
      test.db.transaction("deadlock", async (tx) => {
        await tx.$executeRaw`update platform.rate_limit set points = points + 1 where key = ${first}`;
        await tx.$queryRaw`select pg_sleep(0.05)::text`;
        await tx.$executeRaw`update platform.rate_limit set points = points + 1 where key = ${second}`;
      });
    await Promise.all([both("a", "b"), both("b", "a")]);
    const { rows } = await test.db.pool.query("select points from platform.rate_limit where key in ('a', 'b')");
    expect(rows).toEqual([{ points: 2 }, { points: 2 }]);
  });
});

describe("SQL by hand, beside Prisma", () => {
  const put = (tx: Tx, key: string) => tx.sql.send`insert into platform.rate_limit (key, points) values (${key}, 1)`;
  const read = (tx: Tx, key: string) => tx.sql.rows<{ key: string; points: number }>`select key, points from platform.rate_limit where key = ${key}`;

  it("is one transaction with Prisma: each sees what the other wrote, in the order of the code", async () => {
    const seen = await test.db.transaction("both", async (tx) => {
      put(tx, "both");
      const prismas = await tx.$queryRaw`select key from platform.rate_limit where key = 'both'`;
      await tx.$executeRaw`update platform.rate_limit set points = 5 where key = 'both'`;
      return { prismas, ours: await read(tx, "both") };
    });
    expect(seen).toEqual({ prismas: [{ key: "both" }], ours: [{ key: "both", points: 5 }] });
  });

  it("names columns as Prisma does, and reads whole numbers of 64 bits as bigint", async () => {
    const [row] = await test.db.transaction("names", (tx) =>
      tx.sql.rows`select 9007199254740993::bigint as paid_minor, '2026-11-01T00:00:00.123Z'::timestamptz as occurred_at, array['a'] as click_tokens`,
    );
    expect(row).toEqual({ paidMinor: 9007199254740993n, occurredAt: new Date("2026-11-01T00:00:00.123Z"), clickTokens: ["a"] });
  });

  it("tells at the commit that a statement failed whose answer nobody waited for, and keeps nothing", async () => {
    const work = test.db.transaction("fails unseen", async (tx) => {
      put(tx, "before");
      put(tx, "before");
    });
    await expect(work).rejects.toMatchObject({ code: "23505" });
    expect(await limitKeys()).not.toContain("before");
  });

  it("tells that first failure, not the refusals that follow from it", async () => {
    const ask = test.db.transaction("asks on", async (tx) => {
      put(tx, "both");
      return read(tx, "both");
    });
    await expect(ask).rejects.toMatchObject({ code: "23505" });
    const prisma = test.db.transaction("asks Prisma", async (tx) => {
      put(tx, "both");
      return tx.$queryRaw`select 1::text`;
    });
    await expect(prisma).rejects.toMatchObject({ code: "23505" });
  });

  it("uses a statement again that failed, or that came after one, when it was first sent", async () => {
    const single = new PostgresDatabase(test.urls.app, { poolSize: 1 });
    const both = (key: string) =>
      single.transaction("again", (tx) => {
        tx.sql.send`insert into platform.rate_limit (key, points) values (${key}, 1 / (${key.length} - 4))`;
        return tx.sql.rows<{ points: number }>`select points from platform.rate_limit where key = ${key}`;
      });
    await expect(both("four")).rejects.toMatchObject({ code: "22012" });
    expect([await both("fiver"), await both("fiver2")]).toEqual([[{ points: 1 }], [{ points: 0 }]]);
    await single.close();
  });

  it("keeps transactions apart that run at the same time, and those that come after a failed one", async () => {
    const one = (n: number) =>
      test.db.transaction("apart", async (tx) => {
        await Promise.all([tx.$queryRaw`select 1::text`, tx.$executeRaw`select set_config('vouch.test', ${String(n)}, true)`]);
        put(tx, `apart-${n}`);
        const prismas = tx.$queryRaw<{ n: string }[]>`select current_setting('vouch.test') as n`;
        prismas.catch(() => {});
        if (n % 3 === 0) throw new Error("changed my mind");
        const [[mine], rows] = await Promise.all([prismas, read(tx, `apart-${n}`)]);
        return [mine?.n, rows.length];
      });
    const done = await Promise.allSettled(Array.from({ length: 60 }, (_, n) => one(n)));
    const kept = done.flatMap((each, n) => (each.status === "fulfilled" ? [[n, ...each.value]] : []));
    expect(kept).toEqual(Array.from({ length: 60 }, (_, n) => n).filter((n) => n % 3 !== 0).map((n) => [n, String(n), 1]));
    expect((await limitKeys()).filter((key) => key.startsWith("apart-"))).toHaveLength(40);
  });

  it("refuses what a part of failed work still asks for", async () => {
    let late: Promise<unknown> | undefined;
    const work = test.db.transaction("late", async (tx) => {
      const answered = tx.$queryRaw`select pg_sleep(0.02)::text`;
      late = answered.then(() => Promise.allSettled([read(tx, "both"), tx.$queryRaw`select 1::text`]));
      await Promise.reject(new Error("the other part failed"));
    });
    await expect(work).rejects.toThrow("the other part failed");
    const refused = { status: "rejected", reason: expect.objectContaining({ message: expect.stringContaining("after the end of its transaction") }) };
    expect(await late).toEqual([refused, refused]);
  });

  it("writes rows of one shape in one statement", async () => {
    await test.db.transaction("rows", async (tx) => {
      tx.sql.insert("platform.rate_limit", [{ key: "row-1", points: 1 }, { key: "row-2", points: 2 }]);
      tx.sql.insert("platform.rate_limit", [{ key: "row-2", points: 9 }, { key: "row-3", points: 3 }], "on conflict do nothing");
      tx.sql.insert("platform.rate_limit", []);
    });
    const { rows } = await test.db.pool.query("select points from platform.rate_limit where key like 'row-%' order by key");
    expect(rows).toEqual([{ points: 1 }, { points: 2 }, { points: 3 }]);
  });
});
