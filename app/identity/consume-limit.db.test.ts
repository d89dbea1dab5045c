import { beforeAll, describe, expect, it } from "vitest";
import { PostgresDatabase } from "~/platform/db.server";
import { TooManyRequestsError } from "~/platform/errors";
import { testDatabase, type TestDatabase } from "~/testing/test-database";
import { consumeLimit } from "./consume-limit.server";
import { LIMITS } from "./limits";

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});

const outcomes = async (calls: Promise<void>[]) => {
  const settled = await Promise.allSettled(calls);
  return { passed: settled.filter((one) => one.status === "fulfilled").length, settled };
};

describe("limits (2.4.1)", () => {
  it("lets exactly as many through as allowed, in a burst over two processes", async () => {
    const other = new PostgresDatabase(test.urls.app, { poolSize: 2 });
    const { points } = LIMITS["code-request-network"];
    const { passed, settled } = await outcomes(
      Array.from({ length: 3 * points }, (_, i) => consumeLimit("code-request-network", "net", { db: i % 2 ? other : test.db })),
    );
    expect(passed).toBe(points);
    const refusal = settled.find((one) => one.status === "rejected")?.reason as TooManyRequestsError;
    expect(refusal).toBeInstanceOf(TooManyRequestsError);
    expect(refusal.status).toBe(429);
    expect(refusal.retryAfterSeconds).toBeGreaterThan(3_500);
    await other.close();
  });

  it("remembers over a restart", async () => {
    const { points } = LIMITS["codes-per-day"];
    const before = new PostgresDatabase(test.urls.app, { poolSize: 1 });
    for (let i = 0; i < points; i++) await consumeLimit("codes-per-day", "restart", { db: before });
    await before.close();
    const after = new PostgresDatabase(test.urls.app, { poolSize: 1 });
    await expect(consumeLimit("codes-per-day", "restart", { db: after })).rejects.toThrow(TooManyRequestsError);
    await after.close();
  });

  it("counts each key and each name on its own", async () => {
    for (let i = 0; i < LIMITS["factor-check"].points; i++) await consumeLimit("factor-check", "a", test);
    await expect(consumeLimit("factor-check", "a", test)).rejects.toThrow(TooManyRequestsError);
    await consumeLimit("factor-check", "b", test);
    await consumeLimit("factor-check-day", "a", test);
  });

  it("fails closed when the database is gone", async () => {
    const gone = new PostgresDatabase("postgresql://nobody:x@127.0.0.1:1/none");
    await expect(consumeLimit("factor-check", "a", { db: gone })).rejects.not.toThrow(TooManyRequestsError);
    await gone.close();
  });
});
