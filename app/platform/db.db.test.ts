import { beforeAll, describe, expect, it, vi } from "vitest";
import { testDatabase, type TestDatabase } from "~/testing/test-database";
import { withClient } from "../../scripts/database-cluster";
import { within } from "./db.server";
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
