import { beforeAll, describe, expect, it } from "vitest";
import { aReward } from "~/testing/builders/rewards";
import { testDatabase, type TestDatabase } from "~/testing/test-database";
import { auditBooks } from "./audit-books.server";

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});

describe("auditBooks", () => {
  it("finds nothing in honest books, and a reward whose amount was changed behind the book's back", async () => {
    const { id } = await aReward(test);
    expect(await auditBooks(test)).toBe(0);
    await test.db.transaction("tamper", (tx) => tx.reward.update({ where: { id }, data: { dueMinor: 1n } }));
    // Neither the facts nor the book agree with it any more (I13, I14).
    expect(await auditBooks(test)).toBe(2);
  });
});
