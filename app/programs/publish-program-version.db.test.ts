import { beforeAll, describe, expect, test } from "vitest";
import { aProgram } from "~/testing/builders/programs";
import { testDatabase, type TestDatabase } from "~/testing/test-database";
import { createProgram } from "./create-program.server";
import { getProgramBySlug } from "./get-program-by-slug.server";
import { getProgramVersion } from "./get-program-version.server";
import { getProgram } from "./get-program.server";
import { listProgramHistory } from "./list-program-history.server";
import { friendProgramDefaults } from "./program-defaults";
import { lockProgramRow } from "./program-store.server";
import { thanksForFirst } from "./reward-rule";
import { publishProgramVersion } from "./publish-program-version.server";

let deps: TestDatabase;
beforeAll(async () => {
  deps = await testDatabase();
});

const friend = friendProgramDefaults("EUR");
const flat = (amountMinor: bigint) => ({ kind: "flat", amountMinor }) as const;

describe("publishing rules", () => {
  test("adds a version and leaves the earlier one as it was (W2)", async () => {
    const program = await aProgram(deps.db);
    const first = program.version;
    deps.clock.advance({ days: 1 });
    const rules = { ...first.rules, rewards: [thanksForFirst(flat(1_500n))] };
    const second = await publishProgramVersion(
      { programId: program.id, rules, copy: first.copy, by: "person:psn_2", after: 1 },
      deps,
    );
    expect(second).toMatchObject({
      number: 2,
      rules,
      publishedBy: "person:psn_2",
      publishedAt: deps.clock.now(),
    });
    expect((await getProgram(program.id, deps)).version).toEqual(second);
    expect(await getProgramVersion(first.id, deps)).toEqual(first);
    expect((await listProgramHistory(program.id, deps)).versions).toEqual([second, first]);
  });

  test("is refused with the figures when the friend would get more than the champion (W20)", async () => {
    const program = await aProgram(deps.db);
    const rules = { ...friend.rules, ownOffer: flat(999n) };
    await expect(
      publishProgramVersion(
        { programId: program.id, rules, copy: friend.copy, by: "system", after: 1 },
        deps,
      ),
    ).rejects.toMatchObject({
      code: "parity_missing",
      status: 422,
      figures: { currency: "EUR", basketMinor: 8_000n, friendMinor: 1_000n, ownMinor: 999n, holds: false },
    });
    expect((await listProgramHistory(program.id, deps)).versions).toHaveLength(1);
    await expect(
      createProgram({ ...friend, rules, slug: "unequal", by: "system" }, deps),
    ).rejects.toMatchObject({ code: "parity_missing" });
    await expect(getProgramBySlug("unequal", deps)).rejects.toMatchObject({ status: 404 });
  });

  test.each([
    [
      "rules that do not fit together",
      { rules: { ...friend.rules, rewards: [] } },
      "settings.issue.rewardMissing",
    ],
    [
      "texts about an offer nobody gets",
      { rules: { ...friend.rules, friendOffer: { kind: "none" as const } } },
      "settings.issue.emptyFigure",
    ],
    [
      "a typed amount",
      { copy: { ...friend.copy, en: { ...friend.copy.en, promise: "€10 for you" } } },
      "settings.issue.copy",
    ],
    ["nothing new", {}, "settings.issue.rulesUnchanged"],
    ["another currency (M13)", { rules: friendProgramDefaults("USD").rules }, "settings.issue.currencyFixed"],
    ["a cookie at first sight in a friend program (L3)", { rules: { ...friendProgramDefaults("EUR").rules, cookie: "affiliate_only" as const } }, "cookie.rule.affiliateOnly"],
  ])("is refused for %s", async (_, change, key) => {
    const program = await aProgram(deps.db);
    const input = {
      programId: program.id,
      rules: friend.rules,
      copy: friend.copy,
      by: "system",
      after: 1,
      ...change,
    };
    await expect(publishProgramVersion(input, deps)).rejects.toMatchObject({
      status: 422,
      userMessage: { key },
    });
  });

  test("fifteen at once after the same version make one", async () => {
    const program = await aProgram(deps.db);
    const rules = { ...friend.rules, rewards: [thanksForFirst(flat(1_100n))] };
    const input = { programId: program.id, rules, copy: friend.copy, by: "system", after: 1 };
    let attempts: Promise<PromiseSettledResult<unknown>[]> = Promise.resolve([]);
    // Everybody stands at the door before it opens, so that they really meet.
    await deps.db.transaction("hold-the-door", async (tx) => {
      await lockProgramRow(tx, program.id);
      attempts = Promise.allSettled(Array.from({ length: 15 }, () => publishProgramVersion(input, deps)));
      const waiting = async () => {
        const { rows } = await deps.db.pool.query<{ n: number }>(
          `select count(*)::int as n from pg_stat_activity
            where datname = current_database() and wait_event_type = 'Lock'`,
        );
        return rows[0]?.n;
      };
      await expect.poll(waiting, { timeout: 10_000 }).toBe(15);
    });
    const results = await attempts;
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const result of results)
      if (result.status === "rejected")
        expect(result.reason).toMatchObject({ code: "program_changed", status: 409 });
    expect((await listProgramHistory(program.id, deps)).versions.map(({ number }) => number)).toEqual([2, 1]);
  });

  test("PostgreSQL itself refuses to change or remove a version", async () => {
    const { version, terms } = await aProgram(deps.db);
    const attempt = (
      run: (tx: Parameters<Parameters<typeof deps.db.transaction>[1]>[0]) => Promise<unknown>,
    ) => deps.db.transaction("forbidden", run);
    await expect(
      attempt((tx) => tx.programVersion.update({ where: { id: version.id }, data: { number: 9 } })),
    ).rejects.toThrow();
    await expect(attempt((tx) => tx.programVersion.delete({ where: { id: version.id } }))).rejects.toThrow();
    await expect(
      attempt((tx) => tx.termsVersion.update({ where: { id: terms.id }, data: { clauses: [] } })),
    ).rejects.toThrow();
  });
});
