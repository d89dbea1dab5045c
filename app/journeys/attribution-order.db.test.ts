import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { auditLedger } from "~/ledger/audit-ledger.server";
import { auditRewards } from "~/rewards/audit-rewards.server";
import { aCompany } from "~/testing/builders/programs";
import { allStories } from "~/testing/stories/all-stories";
import type { Story } from "~/testing/stories/read-stories";
import { tellOnPostgresql } from "~/testing/stories/tell-on-postgresql";
import { testDatabase, type TestDatabase } from "~/testing/test-database";

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
  await aCompany(test.db);
});

/** Nobody decides in these, so that no moment of telling is a fact of its own; and Stripe tells of more than one payment. */
const STORIES = allStories().filter(({ events }) => {
  const told = events.map(({ happening: { what } }) => what);
  const decided = told.some((what) => ["approved", "staff", "refunded", "buys"].includes(what));
  return !decided && told.filter((what) => what === "pays").length > 1;
});

/** Who has which payment and why nobody else has, and what is due to whom. */
function outcome(lines: string[]): string[] {
  const due = new Map<string, number>();
  for (const line of lines) {
    const [, champion = "", amount = "0"] = /^reward of (\w+): \w+, ([\d.]+)/.exec(line) ?? [];
    if (champion) due.set(champion, (due.get(champion) ?? 0) + Number(amount));
  }
  const sums = [...due].filter(([, sum]) => sum > 0).map(([champion, sum]) => `due to ${champion}: ${sum}`);
  return [...lines.filter((line) => line.startsWith("payment")), ...sums].sort();
}

it("payments told in any order, doubled and up to eight at once end in the same rows (I23, G2)", async () => {
  expect(STORIES.length).toBeGreaterThan(20);
  const telling = fc.record({
    story: fc.constantFrom<Story[]>(...STORIES),
    copies: fc.integer({ min: 1, max: 3 }),
    atOnce: fc.integer({ min: 1, max: 8 }),
    ranks: fc.array(fc.nat(), { minLength: 24, maxLength: 24 }),
  });
  await fc.assert(
    fc.asyncProperty(telling, async ({ story, copies, atOnce, ranks }) => {
      const inOrder = outcome(await tellOnPostgresql(story, test));
      const mixed = await tellOnPostgresql(story, test, (payments) => {
        const all = Array.from({ length: copies }, () => payments).flat().map((payment, i) => ({ payment, rank: ranks[i] ?? i }));
        const order = all.sort((a, b) => a.rank - b.rank).map(({ payment }) => payment);
        return Array.from({ length: Math.ceil(order.length / atOnce) }, (_, i) => order.slice(i * atOnce, (i + 1) * atOnce));
      });
      expect(outcome(mixed)).toEqual(inOrder);
    }),
    { numRuns: 10 },
  );
  expect(await test.db.transaction("audit", async (tx) => [...(await auditLedger(tx)), ...(await auditRewards(tx))])).toEqual([]);
}, 240_000);
