import { beforeAll, describe, expect, it } from "vitest";
import { aClickToken, aRecommender } from "~/testing/builders/attribution";
import { aStaffMember } from "~/testing/builders/identity";
import { aCompany, aProgram } from "~/testing/builders/programs";
import { aSale } from "~/testing/builders/sales";
import { testDatabase, type TestDatabase } from "~/testing/test-database";
import { attributeByHand } from "./attribute-by-hand.server";
import { NOBODY } from "./hand-pick";
import { showConversion } from "./show-conversion.server";
import { showHandChoice } from "./show-hand-choice.server";

let test: TestDatabase;
let by: string;
beforeAll(async () => {
  test = await testDatabase();
  await aCompany(test.db);
  by = `person:${(await aStaffMember(test, { roles: ["approver"] })).id}`;
});

/** A sale that the first of two champions brought. */
async function aStory() {
  const program = await aProgram(test.db);
  const [first, second] = [await aRecommender(test, program), await aRecommender(test, program)];
  const token = await aClickToken(test, first);
  test.clock.advance({ minutes: 5 });
  return { first, second, sale: await aSale(test, { token }) };
}

const choose = (conversionId: string, pick: string | null, search = "", who = by) =>
  showHandChoice({ conversionId, pick, search, by: who }, test);

/** Everything a decision writes, row by row. */
const rowsOfAll = async () => {
  const tables = ["conversion", "referral", "reward", "reward_event", "ledger_transaction", "mail", "audit_entry", "hand_attribution", "trust_check"];
  const counts = await Promise.all(tables.map((name) => test.db.pool.query(`select md5(string_agg(t::text, '' order by t::text)) as sum from ${name} t`)));
  return counts.map(({ rows }) => rows[0].sum as string);
};

describe("deciding by hand at the desk (A19)", () => {
  it("finds the champion by code, tells what choosing them would do, and leaves nothing behind", async () => {
    const { second, sale } = await aStory();
    const before = await rowsOfAll();
    const { found, chosen } = await choose(sale.id, second.champion.id, second.code.toLowerCase());
    expect(found?.flatMap(({ memberships }) => memberships.map(({ championId }) => championId))).toEqual([second.champion.id]);
    expect(chosen).toMatchObject({ championId: second.champion.id, name: "Anna", refusal: null });
    expect(chosen?.effect?.sales).toBe(1);
    expect(chosen?.effect?.rewards.map(({ beforeMinor, afterMinor }) => [beforeMinor, afterMinor]).sort()).toEqual([[1_000n, 0n], [null, 1_000n]].sort());
    expect(await rowsOfAll()).toEqual(before);
  });

  it("does exactly what it told", async () => {
    const { second, sale } = await aStory();
    const { conversion, chosen } = await choose(sale.id, second.champion.id);
    const told = chosen?.effect?.rewards.map(({ afterMinor }) => afterMinor).toSorted();
    const shown = await showConversion(sale.id, test);
    await attributeByHand(
      { conversionId: sale.id, championId: second.champion.id, reason: "Told at the counter.", by, basis: conversion.factsHash }, test,
    );
    const after = await showConversion(sale.id, test);
    expect(after.conversion).toMatchObject({
      championId: second.champion.id,
      hands: [{ championId: second.champion.id, reason: "Told at the counter.", by }],
    });
    expect(after.conversion.trace.map(({ check }) => check)).toContain("by_hand");
    expect(after.rewards.map(({ status, dueMinor }) => (status === "rejected" ? 0n : dueMinor)).toSorted()).toEqual(told);
    expect(shown.conversion.hands).toEqual([]);
  });

  it("says why a choice cannot be, in the codes of the rule", async () => {
    const { first, second, sale } = await aStory();
    expect((await choose(sale.id, first.champion.id)).chosen?.refusal).toEqual({ code: "attribution_unchanged", reason: null });
    expect((await choose(sale.id, second.champion.id, "", `person:${second.person.id}`)).chosen?.refusal?.code).toBe("forbidden");
    await test.db.pool.query("update champion set status = 'left', left_at = now() where id = $1", [second.champion.id]);
    expect((await choose(sale.id, second.champion.id)).chosen?.refusal).toEqual({ code: "attribution_refused", reason: "champion_not_valid" });
    await expect(choose(sale.id, "chp_nobody")).rejects.toMatchObject({ status: 404 });
    await expect(choose("cnv_nothing", null)).rejects.toMatchObject({ status: 404 });
  });

  it("can give a sale to nobody", async () => {
    const { sale } = await aStory();
    const { chosen } = await choose(sale.id, NOBODY);
    expect(chosen).toMatchObject({ championId: null, name: null, effect: { sales: 1, rewards: [{ beforeMinor: 1_000n, afterMinor: 0n }] } });
  });
});
