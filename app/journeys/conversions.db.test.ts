import { beforeAll, describe, expect, it } from "vitest";
import type { ConversionFilter } from "~/attribution/conversion-filter";
import { aClickToken, aRecommender } from "~/testing/builders/attribution";
import { aCompany, aProgram } from "~/testing/builders/programs";
import { aSale, aSignUp } from "~/testing/builders/sales";
import { testDatabase, type TestDatabase } from "~/testing/test-database";
import { findConversions } from "./find-conversions.server";
import { showConversion } from "./show-conversion.server";

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
  await aCompany(test.db);
});

const NOTHING: ConversionFilter = { search: "", kind: null, program: null, outcome: null, reason: null, from: null, until: null };
const find = async (filter: Partial<ConversionFilter>, page = 1) =>
  findConversions({ filter: { ...NOTHING, ...filter }, page, zone: "Europe/Amsterdam" }, test);
const idsOf = async (filter: Partial<ConversionFilter>) => (await find(filter)).conversions.map(({ id }) => id);

/** Two champions of one program, a sale that the first of them won, and one that nobody brought. */
async function aStory() {
  const program = await aProgram(test.db);
  const [winner, loser] = [await aRecommender(test, program), await aRecommender(test, program)];
  const first = await aClickToken(test, winner);
  test.clock.advance({ minutes: 5 });
  const won = await aSale(test, { token: first });
  test.clock.advance({ minutes: 5 });
  const late = await aClickToken(test, loser);
  const again = await aSale(test, { token: late, buyer: won.buyer });
  const nobodys = await aSale(test);
  return { program, winner, loser, won, again, nobodys };
}

describe("finding sales at the desk (S8)", () => {
  it("goes by the order's number and by any code that had a part in it", async () => {
    const { winner, loser, won, again, nobodys } = await aStory();
    expect(await idsOf({ search: nobodys.invoice })).toEqual([nobodys.id]);
    expect(await idsOf({ search: `api:${won.invoice}` })).toEqual([won.id]);
    expect(await idsOf({ search: winner.code.toLowerCase() })).toEqual([again.id, won.id]);
    expect(await idsOf({ search: loser.code })).toEqual([again.id]);
    for (const search of ["nobody-has-this", "' or 1=1 --", "%", "漢".repeat(150)]) expect(await idsOf({ search }), search).toEqual([]);
  });

  it("goes by program, by who brought it, by why not, and by day in the desk's zone", async () => {
    test.clock.set("2026-11-20T22:59:00Z");
    const { program, won, again, nobodys } = await aStory();
    // Some minutes on it is the next day in Amsterdam.
    expect(await idsOf({ from: "2026-11-21", until: "2026-11-21" })).toEqual([nobodys.id, again.id, won.id]);
    expect(await idsOf({ until: "2026-11-20", from: "2026-11-20" })).toEqual([]);
    expect(await idsOf({ program: program.slug })).toEqual([again.id, won.id]);
    expect(await idsOf({ program: program.slug, outcome: "unattributed" })).toEqual([]);
    expect(await idsOf({ from: "2026-11-21", outcome: "unattributed" })).toEqual([nobodys.id]);
    expect(await idsOf({ from: "2026-11-21", reason: "not_referred" })).toEqual([nobodys.id]);
    expect(await idsOf({ from: "2026-11-21", reason: "already_bound" })).toEqual([again.id]);
  });

  it("tells the page and how many there are; beyond the last page is the last", async () => {
    const { total, page, pages } = await find({}, 9_000);
    expect({ page, pages }).toEqual({ page: 1, pages: 1 });
    expect(total).toBeGreaterThan(3);
    const [newest] = (await find({})).conversions;
    expect(newest).toMatchObject({ outcome: "unattributed", reason: "not_referred", championName: null, purchase: { paidMinor: 8_000n }, signUp: null, touches: 0 });
  });

  it("goes by kind, and finds a sign-up by the shop's number of the customer", async () => {
    const program = await aProgram(test.db);
    const owner = await aRecommender(test, program);
    const signUp = await aSignUp(test, { token: await aClickToken(test, owner) });
    test.clock.advance({ minutes: 5 });
    const sale = await aSale(test, { buyer: signUp.buyer });
    expect(await idsOf({ search: signUp.buyer })).toEqual([signUp.id]);
    expect(await idsOf({ search: owner.code })).toEqual([sale.id, signUp.id]);
    expect(await idsOf({ program: program.slug })).toEqual([sale.id, signUp.id]);
    expect(await idsOf({ program: program.slug, kind: "sign_up" })).toEqual([signUp.id]);
    expect(await idsOf({ program: program.slug, kind: "sale" })).toEqual([sale.id]);
    const { conversions: [row] } = await find({ search: signUp.buyer });
    expect(row).toMatchObject({ purchase: null, signUp: "Sign up", championName: "Anna", touches: 1 });
  });
});

describe("one sale at the desk", () => {
  it("shows whose it is, each touch with its fate, the checks and the reward", async () => {
    const { winner, program, won } = await aStory();
    const { conversion, purchase, rewards, checks } = await showConversion(won.id, test);
    expect(conversion).toMatchObject({
      outcome: "attributed", reason: null, championId: winner.champion.id, boundAt: purchase?.occurredAt,
      program: { slug: program.slug, zone: "Europe/Amsterdam", model: "first" },
      champions: { [winner.champion.id]: { personId: winner.person.id, name: "Anna" } },
      touches: [{ kind: "claim", won: true, reason: null }],
    });
    expect(conversion.trace.map(({ check }) => check)).toEqual([
      "touch_in_time", "click_memory", "champion_standing", "not_self", "programme_open", "friend_new", "which_touch",
    ]);
    expect(rewards).toMatchObject([{ status: "pending", dueMinor: 1_000n, currency: "EUR" }]);
    expect(checks.map(({ rule }) => rule)).toContain("R1");
    expect(purchase).toMatchObject({ key: `api:${won.invoice}`, paidMinor: 8_000n, takenBackMinor: 0n });
  });

  it("shows the touch that bound the friend before, and why a later one lost", async () => {
    const { winner, loser, again } = await aStory();
    const { touches, championId } = (await showConversion(again.id, test)).conversion;
    expect(championId).toBe(winner.champion.id);
    expect(touches.map(({ championId: owner, won, reason }) => ({ owner, won, reason }))).toEqual([
      { owner: winner.champion.id, won: true, reason: null },
      { owner: loser.champion.id, won: false, reason: "already_bound" },
    ]);
  });

  it("shows a sale that nobody brought, and says nothing about who paid", async () => {
    const sale = await aSale(test, { email: "canary.friend@private.test", buyer: "canary-buyer" });
    const shown = await showConversion(sale.id, test);
    expect(shown.conversion).toMatchObject({ outcome: "unattributed", reason: "not_referred", championId: null, program: null, touches: [] });
    const told = JSON.stringify(shown, (_, value: unknown) => (typeof value === "bigint" ? String(value) : value));
    expect(told).not.toMatch(/canary|private\.test/);
    await expect(showConversion("cnv_nothing", test)).rejects.toMatchObject({ status: 404 });
  });

  it("shows a sign-up with all that was compared, won or not, and says nothing about who signed up", async () => {
    const owner = await aRecommender(test, await aProgram(test.db));
    const token = await aClickToken(test, owner);
    const won = await showConversion((await aSignUp(test, { token })).id, test);
    expect(won).toMatchObject({ purchase: null, checks: [], rewards: [], conversion: { championId: owner.champion.id, signUp: { eventName: "Sign up" } } });
    expect(won.conversion.touches).toMatchObject([{ won: true, reason: null }]);
    expect(won.conversion.trace.map(({ check }) => check)).toEqual([
      "touch_in_time", "click_memory", "champion_standing", "not_self", "programme_open", "friend_new", "which_touch",
    ]);
    test.clock.advance({ days: 31 });
    const late = await showConversion((await aSignUp(test, { token, buyer: "canary-sign-up" })).id, test);
    expect(late.conversion).toMatchObject({ outcome: "unattributed", reason: "click_expired", championId: null });
    expect(late.conversion.trace.at(-1)).toMatchObject({ check: "click_memory", rule: "A3", outcome: "fail", championId: owner.champion.id });
    expect(JSON.stringify(late)).not.toContain("canary");
    const nobodys = await showConversion((await aSignUp(test)).id, test);
    expect(nobodys.conversion.trace).toMatchObject([{ check: "nothing_presented", reason: "not_referred" }]);
  });
});
