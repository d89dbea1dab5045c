import { beforeAll, describe, expect, it } from "vitest";
import { localDay } from "~/programs/business-calendar";
import type { LiveProgram } from "~/programs/program";
import { weekOf } from "~/rewards/recommendation";
import { aClickToken, aRecommender, type Recommender } from "~/testing/builders/attribution";
import { aCompany, aProgram } from "~/testing/builders/programs";
import { aSale } from "~/testing/builders/sales";
import { countingDatabase } from "~/testing/counting-database";
import { testDatabase, type TestDatabase } from "~/testing/test-database";
import { answerWhyNot } from "./answer-why-not.server";
import { settlePurchase } from "./settle-purchase.server";

let test: TestDatabase;
let program: LiveProgram;
beforeAll(async () => {
  test = await testDatabase();
  await aCompany(test.db);
  program = await aProgram(test.db);
});

const champion = () => aRecommender(test, program);
const today = () => localDay("Europe/Amsterdam", test.clock.now());
const ask = (who: Recommender, over: Partial<Parameters<typeof answerWhyNot>[0]> = {}) =>
  answerWhyNot({ championId: who.champion.id, day: today(), happened: "link", linkId: null, ...over }, test);
const kinds = async (who: Recommender) => (await ask(who)).findings.map(({ kind }) => kind);
const later = (hours: number) => test.clock.advance({ hours });

/** Five ways in which somebody who followed this champion's link and bought brings nothing; the token is the same in each. */
const NOT_NEW: Record<string, (own: Recommender) => Promise<unknown>> = {
  "paid before": async (own) => {
    const { buyer } = await aSale(test);
    // Longer than what is told of one checkout may take (A6).
    later(2);
    const token = await aClickToken(test, own);
    later(1);
    return aSale(test, { buyer, token });
  },
  "paid before the visit, and the visit was told with that payment": async (own) => {
    const at = new Date(test.clock.now().getTime() + 3_600_000);
    const token = await aClickToken(test, own, { at });
    const sale = await aSale(test, { token });
    later(1);
    return sale;
  },
  "brought by somebody else before": async (own) => {
    const other = await aClickToken(test, await champion());
    const { buyer } = await aSale(test, { token: other });
    const token = await aClickToken(test, own);
    later(1);
    return aSale(test, { buyer, token });
  },
  "another champion's visit came first": async (own) => {
    const first = await aClickToken(test, await champion(), { at: new Date(test.clock.now().getTime() - 3_600_000) });
    const second = await aClickToken(test, own);
    later(1);
    const { purchaseId } = await aSale(test);
    await test.db.pool.query("update purchase set click_tokens = $2 where id = $1", [purchaseId, [first, second]]);
    await settlePurchase({ purchaseId }, test);
  },
};

describe("why a champion sees nothing (S10)", () => {
  it("finds nothing, whether somebody bought without them or nobody did", async () => {
    const [one, other] = [await champion(), await champion()];
    const quiet = await ask(one);
    await aSale(test, { email: "friend.canary@private.test" });
    expect(await ask(other)).toEqual(quiet);
    expect(quiet.findings).toEqual([{ kind: "nothing", clause: null }]);
  });

  it("gives one answer for every way of not being new, with the clause, and asks the database the same questions", async () => {
    const answers = new Set<string>();
    const questions = new Set<string>();
    for (const [name, happens] of Object.entries(NOT_NEW)) {
      const own = await champion();
      // The friend followed it a minute before.
      const begun = new Date(+test.clock.now() - 60_000);
      await happens(own);
      const counting = countingDatabase(test.db);
      const { findings } = await answerWhyNot(
        { championId: own.champion.id, day: today(), happened: "link", linkId: null }, { db: counting.db, clock: test.clock },
      );
      expect(findings, name).toHaveLength(1);
      const [found] = findings;
      if (!found || !("line" in found)) throw new Error(`${name}: ${found?.kind}`);
      const { id, linkId, since, conversionId, ...told } = found.line;
      expect(linkId).toBe(own.link.id);
      expect(conversionId).toMatch(/^cnv_/);
      expect(id).toMatch(/^(tch|ref)_/);
      // The moment of the visit to their own link is all that differs.
      expect(since.getTime()).toBeGreaterThanOrEqual(begun.getTime());
      expect(since.getTime()).toBeLessThanOrEqual(test.clock.now().getTime());
      answers.add(JSON.stringify({ ...found, line: told }));
      questions.add(counting.questions().join("\n"));
    }
    const nobody = await champion();
    const counting = countingDatabase(test.db);
    await answerWhyNot({ championId: nobody.champion.id, day: null, happened: "other", linkId: null }, { db: counting.db, clock: test.clock });
    questions.add(counting.questions().join("\n"));
    expect([...answers]).toEqual([expect.stringContaining('"reason":"friend_not_new"')]);
    expect([...answers][0]).toContain('"clause":4');
    expect(questions.size).toBe(1);
  });

  it("tells a purchase by its week and its reward's standing, and no amount, order or buyer", async () => {
    const own = await champion();
    const token = await aClickToken(test, own);
    later(1);
    const sale = await aSale(test, { token, buyer: "canary-buyer", invoice: "canary-invoice", email: "canary@private.test", amountMinor: 8_123n });
    const { findings } = await ask(own);
    expect(findings).toMatchObject([{ kind: "bought", line: { status: "pending", reason: "routine_check" } }]);
    const told = JSON.stringify(findings);
    expect(told).not.toMatch(/canary|8123/);
    expect(told).not.toContain(sale.purchaseId);
  });

  it("finds the way to the shop that brought no order, until it has run out", async () => {
    const own = await champion();
    await aClickToken(test, own);
    expect(await kinds(own)).toEqual(["waiting"]);
    test.clock.advance({ days: 31 });
    expect(await kinds(own)).toEqual(["expired"]);
  });

  it("counts the visits that ended on the page, of one link when asked about one", async () => {
    const own = await champion();
    await recordVisits(own, 2);
    expect((await ask(own)).findings).toMatchObject([{ kind: "visits", count: 2 }]);
    expect((await ask(own, { linkId: own.link.id })).findings).toMatchObject([{ kind: "visits", count: 2 }]);
    const other = await champion();
    await expect(ask(own, { linkId: other.link.id })).rejects.toMatchObject({ status: 404 });
  });

  it("tells a typed code by the week in which it was typed, also where it did not count (S5)", async () => {
    const own = await champion();
    expect((await ask(own, { happened: "code" })).findings.map(({ kind }) => kind)).toEqual(["nothing", "no_code"]);
    const { buyer } = await aSale(test);
    later(1);
    const { purchaseId } = await aSale(test, { buyer });
    await test.db.pool.query("update purchase set codes = $2 where id = $1", [purchaseId, [own.code]]);
    await settlePurchase({ purchaseId }, test);
    const { findings } = await ask(own, { happened: "code" });
    expect(findings).toMatchObject([{ kind: "not_eligible", line: { byCode: true, since: weekOf(test.clock.now(), "Europe/Amsterdam") } }]);
  });
});

async function recordVisits(own: Recommender, times: number) {
  await test.db.pool.query("select clicks.ensure_partitions($1::timestamptz, $1::timestamptz)", [test.clock.now()]);
  await test.db.pool.query(
    `insert into clicks.click (id, occurred_at, link_id, program_id, counted, device, language, country)
     select 'clk_' || $1 || n, $2, $3, $4, true, 'phone', 'nl', 'unknown' from generate_series(1, $5) n`,
    [own.code, test.clock.now(), own.link.id, program.id, times],
  );
}
