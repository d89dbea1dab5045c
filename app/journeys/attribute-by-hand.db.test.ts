import { beforeAll, describe, expect, it } from "vitest";
import { auditLedger } from "~/ledger/audit-ledger.server";
import { auditRewards } from "~/rewards/audit-rewards.server";
import type { LiveProgram } from "~/programs/program";
import { aClickToken, aRecommender, type Recommender } from "~/testing/builders/attribution";
import { aCompany, aProgram } from "~/testing/builders/programs";
import { aSignUp } from "~/testing/builders/sales";
import { testDatabase, type TestDatabase } from "~/testing/test-database";
import { approveRewards } from "./approve-rewards.server";
import { attributeByHand } from "./attribute-by-hand.server";
import { trackLead } from "./track-lead.server";
import { trackSale } from "./track-sale.server";

let test: TestDatabase;
let program: LiveProgram;
let affiliates: LiveProgram;

beforeAll(async () => {
  test = await testDatabase();
  await aCompany(test.db);
  program = await aProgram(test.db, { slug: "friends", clock: test.clock });
  affiliates = await aProgram(test.db, { slug: "affiliates", type: "affiliate", clock: test.clock });
});

const ADMIN = "person:psn_admin";
const read = <T>(work: Parameters<typeof test.db.transaction<T>>[1]) => test.db.transaction("read", work);

let count = 0;
const aFriend = () => `friend-${++count}`;

/** A sale told by the shop. @returns the id of the purchase */
async function buys(externalId: string, token: string | null = null, email: string | null = null): Promise<string> {
  test.clock.advance({ minutes: 10 });
  const sale = {
    externalId, amountMinor: 8_000n, currency: "EUR", invoiceId: `inv-${++count}`, paymentProcessor: "custom", clickId: token, email,
  };
  return (await trackSale(sale, test)).purchaseId ?? "";
}

const conversionOf = (purchaseId: string) => read((tx) => tx.conversion.findUniqueOrThrow({ where: { purchaseId } }));

async function decide(purchaseId: string, to: Recommender | null, over: { by?: string; reason?: string; basis?: string } = {}) {
  test.clock.advance({ minutes: 1 });
  const { id: conversionId, factsHash } = await conversionOf(purchaseId);
  const input = { conversionId, championId: to?.champion.id ?? null, reason: "Told us by phone.", by: ADMIN, basis: factsHash, ...over };
  return await attributeByHand(input, test);
}

const rewardsOf = ({ champion }: Recommender) =>
  read((tx) => tx.reward.findMany({ where: { championId: champion.id }, orderBy: { id: "asc" } }));
const standing = async (owner: Recommender) =>
  (await rewardsOf(owner)).map(({ status, reason, dueMinor }) => [status, reason, Number(dueMinor)]);
const mailsTo = async ({ person }: Recommender) =>
  (await read((tx) => tx.mail.findMany({ where: { personId: person.id }, orderBy: { id: "asc" } }))).map(({ template }) => template);
const setReward = (id: string, data: { status: "in_transit" | "paid"; paidAt: Date | null }) =>
  read((tx) => tx.reward.update({ where: { id }, data }));

describe("a person decides who brought a friend (A19)", () => {
  it("gives a purchase of nobody to a champion: bind, reward, mail and trail as if the facts had said so", async () => {
    const anna = await aRecommender(test, program);
    const friend = aFriend();
    const purchaseId = await buys(friend);
    await decide(purchaseId, anna);
    const conversion = await conversionOf(purchaseId);
    expect(conversion).toMatchObject({ outcome: "attributed", reason: null, championId: anna.champion.id, linkId: anna.link.id });
    const [hand] = await read((tx) => tx.handAttribution.findMany({ where: { purchaseId } }));
    expect(hand).toMatchObject({ reason: "Told us by phone.", by: ADMIN, championId: anna.champion.id });
    const referral = await read((tx) => tx.referral.findUniqueOrThrow({ where: { id: conversion.referralId ?? "" } }));
    expect(referral).toMatchObject({ touchId: null, handAttributionId: hand?.id, boundAt: conversion.occurredAt });
    expect(await standing(anna)).toEqual([["pending", "routine_check", 1_000]]);
    expect(await mailsTo(anna)).toEqual(["recommendation_bought"]);
    const checks = await read((tx) => tx.trustCheck.findMany({ where: { conversionId: conversion.id }, orderBy: { rule: "asc" } }));
    const asked = Object.fromEntries(checks.map(({ rule, outcome }) => [rule, outcome]));
    expect(asked).toMatchObject({ R1: "pass", R9: "routine_check", R10: "pass" });
    expect(asked).not.toHaveProperty("R3");
    expect(asked).not.toHaveProperty("R4");
    const [trail] = await read((tx) => tx.auditEntry.findMany({ where: { object: conversion.id } }));
    expect(trail).toMatchObject({
      by: ADMIN, action: "attribution.decided_by_hand",
      facts: { decision: hand?.id, from: null, to: anna.champion.id, reason: "Told us by phone." },
    });
    const renewal = await buys(friend);
    expect(await conversionOf(renewal)).toMatchObject({ championId: anna.champion.id });
    expect(await standing(anna)).toHaveLength(1);
  });

  it("takes it from the one who had it, also when that reward was approved, and stays when it is computed anew", async () => {
    const [anna, bea] = [await aRecommender(test, program), await aRecommender(test, affiliates)];
    const friend = aFriend();
    const purchaseId = await buys(friend, await aClickToken(test, anna));
    const [reward] = await rewardsOf(anna);
    await approveRewards({ items: [{ rewardId: reward?.id ?? "", version: 1 }], by: ADMIN }, test);
    await decide(purchaseId, bea);
    for (const _again of ["first", "second"]) {
      expect(await conversionOf(purchaseId)).toMatchObject({ championId: bea.champion.id });
      expect(await standing(anna)).toEqual([["reversed", "correction", 0]]);
      expect(await standing(bea)).toEqual([["pending", "routine_check", 800]]);
      await buys(friend, await aClickToken(test, anna));
    }
    expect(await mailsTo(anna)).toEqual(["recommendation_bought", "reward_reversed"]);
    const touches = await read((tx) => tx.conversionTouch.findMany({ where: { conversionId: reward?.conversionId } }));
    expect(touches).toMatchObject([{ won: false, reason: "manual_decision" }]);
  });

  it("gives a sign-up to a champion, who then has what the friend buys", async () => {
    const [anna, bea] = [await aRecommender(test, program), await aRecommender(test, program)];
    const signUp = await aSignUp(test, { token: await aClickToken(test, anna) });
    test.clock.advance({ minutes: 1 });
    const input = { conversionId: signUp.id, championId: bea.champion.id, reason: "Told us by phone.", by: ADMIN, basis: signUp.factsHash };
    await attributeByHand(input, test);
    const decided = await read((tx) => tx.conversion.findUniqueOrThrow({ where: { id: signUp.id } }));
    expect(decided).toMatchObject({ championId: bea.champion.id, purchaseId: null });
    const binds = await read((tx) => tx.referral.findMany({ where: { championId: { in: [anna.champion.id, bea.champion.id] } } }));
    expect(binds).toMatchObject([{ championId: bea.champion.id, touchId: null, voidReason: null, boundAt: decided.occurredAt }]);
    const purchaseId = await buys(signUp.buyer);
    expect(await conversionOf(purchaseId)).toMatchObject({ championId: bea.champion.id });
    expect(await standing(bea)).toEqual([["pending", "routine_check", 1_000]]);
    expect(await standing(anna)).toEqual([]);
    await expect(attributeByHand(input, test)).rejects.toMatchObject({ code: "attribution_changed", status: 409 });
  });

  it("keeps what was decided about a sign-up once a reward for the friend was", async () => {
    const anna = await aRecommender(test, program);
    const signUp = await aSignUp(test, { token: await aClickToken(test, anna) });
    const of = () => read((tx) => tx.conversion.findUniqueOrThrow({ where: { id: signUp.id } }));
    const before = await of();
    await buys(signUp.buyer);
    const [reward] = await rewardsOf(anna);
    await approveRewards({ items: [{ rewardId: reward?.id ?? "", version: 1 }], by: ADMIN }, test);
    await buys(signUp.buyer, await aClickToken(test, await aRecommender(test, program)));
    expect(await of()).toEqual(before);
  });

  it("gives it to nobody, and a later decision gives it back: both are kept", async () => {
    const anna = await aRecommender(test, program);
    const purchaseId = await buys(aFriend(), await aClickToken(test, anna));
    await decide(purchaseId, null);
    expect(await conversionOf(purchaseId)).toMatchObject({ outcome: "unattributed", reason: "manual_decision", referralId: null });
    expect(await standing(anna)).toEqual([["reversed", "correction", 0]]);
    const bind = () => read((tx) => tx.referral.findMany({ where: { championId: anna.champion.id } }));
    expect(await bind()).toMatchObject([{ voidReason: "manual_decision" }]);
    await decide(purchaseId, anna, { reason: "We were wrong." });
    expect(await conversionOf(purchaseId)).toMatchObject({ championId: anna.champion.id });
    expect(await standing(anna)).toEqual([["pending", "in_review", 1_000]]);
    expect(await bind()).toMatchObject([{ voidReason: null, touchId: null }]);
    const hands = await read((tx) => tx.handAttribution.findMany({ where: { purchaseId }, orderBy: { decidedAt: "asc" } }));
    expect(hands.map(({ championId, reason }) => [championId, reason])).toEqual([
      [null, "Told us by phone."], [anna.champion.id, "We were wrong."],
    ]);
  });

  it("to and fro over approved rewards: the last one named has the reward, nobody twice", async () => {
    const [anna, bea] = [await aRecommender(test, program), await aRecommender(test, program)];
    const purchaseId = await buys(aFriend(), await aClickToken(test, anna));
    for (const owner of [bea, anna, bea]) {
      await decide(purchaseId, owner);
      const { id: rewardId, version, status } = (await rewardsOf(owner))[0]!;
      if (status === "pending") await approveRewards({ items: [{ rewardId, version }], by: ADMIN }, test);
    }
    expect((await standing(bea)).map(([status, , due]) => [status, due])).toEqual([["approved", 1_000]]);
    expect((await standing(anna)).map(([status, , due]) => [status, due])).toEqual([["reversed", 0]]);
  });

  it("an organisation's purchase goes to one champion for all its people (A18)", async () => {
    const anna = await aRecommender(test, program);
    const [first, second] = [aFriend(), aFriend()];
    for (const externalId of [first, second]) {
      const lead = { clickId: "", eventName: "Sign up", externalId, email: null, organisationId: `org-${first}`, mode: "wait" as const, rest: {} };
      await trackLead(lead, test);
    }
    await decide(await buys(first), anna);
    expect(await conversionOf(await buys(second))).toMatchObject({ championId: anna.champion.id });
    expect(await standing(anna)).toHaveLength(1);
    const binds = await read((tx) => tx.referral.findMany({ where: { championId: anna.champion.id } }));
    expect(binds).toHaveLength(1);
  });
});

describe("refused, and nothing changes (A19)", () => {
  const unchanged = async (purchaseId: string, act: () => Promise<unknown>, error: object) => {
    const before = await conversionOf(purchaseId);
    await expect(act()).rejects.toMatchObject(error);
    expect(await conversionOf(purchaseId)).toEqual(before);
    expect(await read((tx) => tx.handAttribution.count({ where: { purchaseId } }))).toBe(0);
  };

  it.each(["in_transit", "paid"] as const)("once a reward for the friend is %s", async (status) => {
    const [anna, bea] = [await aRecommender(test, program), await aRecommender(test, program)];
    const friend = aFriend();
    const first = await buys(friend, await aClickToken(test, anna));
    const renewal = await buys(friend);
    const { id: rewardId, version } = (await rewardsOf(anna))[0]!;
    await approveRewards({ items: [{ rewardId, version }], by: ADMIN }, test);
    await setReward(rewardId, { status, paidAt: status === "paid" ? test.clock.now() : null });
    for (const purchaseId of [first, renewal]) {
      for (const to of [bea, null]) {
        await unchanged(purchaseId, () => decide(purchaseId, to), { code: "attribution_reward_left", status: 409 });
      }
    }
  });

  it("for one's own membership", async () => {
    const anna = await aRecommender(test, program);
    const purchaseId = await buys(aFriend());
    await unchanged(purchaseId, () => decide(purchaseId, anna, { by: `person:${anna.person.id}` }), { code: "forbidden" });
  });

  it("for a champion who may not take part, or who is the friend", async () => {
    const [blocked, self] = [await aRecommender(test, program), await aRecommender(test, program, { email: "self@example.test" })];
    await read((tx) => tx.champion.update({ where: { id: blocked.champion.id }, data: { status: "blocked" } }));
    const purchaseId = await buys(aFriend(), null, "self@example.test");
    const refusal = (reason: string) => ({ code: "attribution_refused", status: 422, facts: { reason } });
    await unchanged(purchaseId, () => decide(purchaseId, blocked), refusal("champion_not_valid"));
    await unchanged(purchaseId, () => decide(purchaseId, self), refusal("self_referral"));
  });

  it("without a reason, or when it counts for them already", async () => {
    const anna = await aRecommender(test, program);
    const purchaseId = await buys(aFriend(), await aClickToken(test, anna));
    await unchanged(purchaseId, () => decide(purchaseId, null, { reason: "  " }), { code: "attribution_reason_missing", status: 422 });
    await unchanged(purchaseId, () => decide(purchaseId, anna), { code: "attribution_unchanged", status: 409 });
  });

  it("when somebody decided meanwhile: many at once have one effect", async () => {
    const owners = await Promise.all(Array.from({ length: 6 }, () => aRecommender(test, program)));
    const purchaseId = await buys(aFriend());
    const { factsHash: basis } = await conversionOf(purchaseId);
    const tries = await Promise.allSettled(owners.map((owner) => decide(purchaseId, owner, { basis })));
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const each of tries) if (each.status === "rejected") expect(each.reason).toMatchObject({ code: "attribution_changed", status: 409 });
    const { championId } = await conversionOf(purchaseId);
    for (const owner of owners) expect(await standing(owner)).toHaveLength(owner.champion.id === championId ? 1 : 0);
  });

  it("by the database, when somebody edits or deletes a decision", async () => {
    await expect(read((tx) => tx.handAttribution.deleteMany())).rejects.toThrow(/append-only/);
  });
});

it("the books agree with every reward afterwards (I1, I13)", async () => {
  const findings = await read(async (tx) => [...(await auditLedger(tx)), ...(await auditRewards(tx))]);
  expect(findings).toEqual([]);
});
