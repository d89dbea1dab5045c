import { beforeAll, describe, expect, it } from "vitest";
import { balanceOf } from "~/ledger/balance-of.server";
import { championPending, programCost } from "~/ledger/chart-of-accounts";
import { newId } from "~/platform/ids";
import { aChampion, aPerson } from "~/testing/builders/champions";
import { aGrant, aReward, aRewardedChampion, type RewardedChampion } from "~/testing/builders/rewards";
import { aLink } from "~/testing/builders/sharing";
import { thanksForFirst } from "~/programs/reward-rule";
import { testDatabase, type TestDatabase } from "~/testing/test-database";
import { grantReward } from "./grant-reward.server";

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});

const balance = (account: string) => test.db.transaction("read", (tx) => balanceOf(tx, account, "EUR"));

/** Another champion of the same program. */
async function aColleague(first: RewardedChampion): Promise<RewardedChampion> {
  const email = `${newId("psn")}@example.test`;
  const person = await aPerson(test.db, { email, emailHash: email });
  const champion = await aChampion(test.db, { personId: person.id, programId: first.program.id });
  return { ...first, person, champion, link: await aLink(test.db, { champion }) };
}

describe("grantReward", () => {
  it("grants as pending, with the hold's end and a promise at the end of a business day (W9, W21)", async () => {
    const owner = await aRewardedChampion(test);
    const reward = await aReward(test, owner);
    expect(reward).toMatchObject({
      status: "pending",
      reason: "hold_period",
      grantedMinor: 1000n,
      dueMinor: 1000n,
      needsPerson: false,
      approvalsNeeded: 1,
      genuine: "open",
      payable: "open",
      rail: "stripe_balance",
      version: 1,
      // Monday 2 November, 10:00 in Amsterdam, plus 30 days.
      holdEndsAt: new Date("2026-12-02T09:00:00Z"),
      decideBy: new Date("2026-12-02T16:00:00Z"),
    });
    expect(await balance(programCost(owner.program.id))).toBe(1000n);
    expect(await balance(championPending(owner.champion.id))).toBe(-1000n);
  });

  it("waits for the provider's settlement when that comes later than the hold (W9)", async () => {
    const settlesAt = new Date("2026-12-04T09:00:00Z");
    expect(await aReward(test, undefined, { settlesAt })).toMatchObject({
      reason: "settlement_wait",
      holdEndsAt: settlesAt,
      decideBy: new Date("2026-12-04T16:00:00Z"),
    });
    const sooner = new Date("2026-11-04T09:00:00Z");
    expect(await aReward(test, undefined, { settlesAt: sooner })).toMatchObject({
      reason: "hold_period",
      holdEndsAt: new Date("2026-12-02T09:00:00Z"),
    });
  });

  it("grants once when twenty tell it of one conversion at once (W8, I12)", async () => {
    const owner = await aRewardedChampion(test);
    const grant = await aGrant(test, owner);
    const results = await Promise.all(Array.from({ length: 20 }, () => grantReward(grant, test)));
    expect(new Set(results.map(({ reward }) => reward.id)).size).toBe(1);
    expect(results.filter(({ duplicate }) => !duplicate)).toHaveLength(1);
    expect(await balance(championPending(owner.champion.id))).toBe(-1000n);
  });

  it("keeps the cap under twenty grants at once, and says what it cut (W7, I21)", async () => {
    const owner = await aRewardedChampion(test, { capPer30DaysMinor: 3_500n });
    const grants = await Promise.all(Array.from({ length: 20 }, () => aGrant(test, owner)));
    const rewards = (await Promise.all(grants.map((grant) => grantReward(grant, test)))).map(
      ({ reward }) => reward,
    );
    expect(await balance(championPending(owner.champion.id))).toBe(-3_500n);
    expect(
      rewards
        .filter(({ status }) => status === "pending")
        .map(({ dueMinor }) => dueMinor)
        .sort(),
    ).toEqual([1000n, 1000n, 1000n, 500n]);
    expect(rewards.find(({ dueMinor }) => dueMinor === 500n)).toMatchObject({
      cutMinor: 500n,
      grantedMinor: 500n,
    });
    const capped = rewards.filter(({ status }) => status === "rejected");
    expect(capped).toHaveLength(16);
    expect(capped[0]).toMatchObject({
      reason: "cap_limited",
      genuine: "yes",
      payable: "no",
      dueMinor: 0n,
      clauseNumber: 1,
    });
  });

  it("keeps a program's budget to the cent under a hundred grants at once by ten champions (W7, I21)", async () => {
    const first = await aRewardedChampion(test, { budgetPer30DaysMinor: 25_300n, capPer30DaysMinor: null });
    const champions = await Promise.all(Array.from({ length: 10 }, () => aColleague(first)));
    const grants = await Promise.all(Array.from({ length: 100 }, (_, i) => aGrant(test, champions[i % 10] ?? first)));
    const rewards = (await Promise.all(grants.map((grant) => grantReward(grant, test)))).map(({ reward }) => reward);
    expect(rewards.reduce((sum, { dueMinor }) => sum + dueMinor, 0n)).toBe(25_300n);
    expect(rewards.filter(({ dueMinor }) => dueMinor === 1_000n)).toHaveLength(25);
    expect(rewards.filter(({ dueMinor }) => dueMinor === 300n)).toMatchObject([{ status: "pending", cutMinor: 700n }]);
    const refused = rewards.filter(({ status }) => status === "rejected");
    expect(new Set(refused.map(({ reason, cutMinor }) => `${reason} ${cutMinor}`))).toEqual(new Set(["spend_limit_reached 1000"]));
    expect(refused).toHaveLength(74);
    expect(await balance(programCost(first.program.id))).toBe(25_300n);
  });

  it("keeps the cap of one friend to the cent under a hundred payments at once, and leaves other friends alone (W7)", async () => {
    const owner = await aRewardedChampion(test, { capPerFriendMinor: 2_500n, capPer30DaysMinor: null });
    const grants = await Promise.all(Array.from({ length: 100 }, () => aGrant(test, owner)));
    const [{ referralId = "" } = {}] = grants;
    const rewards = await Promise.all(grants.map((grant) => grantReward({ ...grant, referralId }, test)));
    expect(rewards.reduce((sum, { reward }) => sum + reward.dueMinor, 0n)).toBe(2_500n);
    expect(rewards.filter(({ reward }) => reward.reason === "cap_limited")).toHaveLength(97);
    expect(await aReward(test, owner)).toMatchObject({ dueMinor: 1_000n });
  });

  it("leaves the cap free again after thirty days", async () => {
    const owner = await aRewardedChampion(test, { capPer30DaysMinor: 1000n });
    await aReward(test, owner);
    const clock = { now: () => new Date(test.clock.now().getTime() + 30 * 86_400_000) };
    expect(await aReward({ db: test.db, clock }, owner)).toMatchObject({
      status: "pending",
      dueMinor: 1000n,
    });
  });

  it("keeps what earns nothing, with its reason and its clause (W1, W4)", async () => {
    expect(await aReward(test, undefined, { basis: { baseMinor: 100n, orderMinor: 100n } })).toMatchObject({
      status: "rejected",
      reason: "below_minimum_purchase",
      dueMinor: 0n,
      clauseNumber: 1,
    });
  });

  it.each([
    ["hold", "held", "in_review", true],
    ["flag", "pending", "in_review", true],
    ["routine_check", "pending", "routine_check", true],
    ["note", "pending", "hold_period", false],
  ] as const)("starts a %s as %s because of %s", async (outcome, status, reason, needsPerson) => {
    expect(await aReward(test, undefined, { trust: { outcome, reason: null } })).toMatchObject({
      status,
      reason,
      needsPerson,
    });
  });

  it("refuses a blocked one with what it would have been, and books nothing", async () => {
    const owner = await aRewardedChampion(test);
    const reward = await aReward(test, owner, { trust: { outcome: "block", reason: "self_referral" } });
    expect(reward).toMatchObject({
      status: "rejected",
      reason: "self_referral",
      genuine: "no",
      grantedMinor: 1000n,
      dueMinor: 0n,
      clauseNumber: 3,
    });
    expect(await balance(programCost(owner.program.id))).toBe(0n);
  });

  it("waits for a person above the automatic amount, and for two above the second (W12)", async () => {
    const flat = (amountMinor: bigint) => ({
      rewards: [thanksForFirst({ kind: "flat", amountMinor })],
      capPer30DaysMinor: null,
    });
    const grantOf = async (amountMinor: bigint) =>
      aReward(test, await aRewardedChampion(test, flat(amountMinor)));
    expect(await grantOf(5_000n)).toMatchObject({ needsPerson: false, approvalsNeeded: 1 });
    expect(await grantOf(5_001n)).toMatchObject({
      needsPerson: true,
      reason: "routine_check",
      approvalsNeeded: 1,
    });
    expect(await grantOf(50_000n)).toMatchObject({ approvalsNeeded: 1 });
    expect(await grantOf(50_001n)).toMatchObject({ needsPerson: true, approvalsNeeded: 2 });
  });

  it("asks for two also when a refused one of that worth is looked at again (W12, W18)", async () => {
    const owner = await aRewardedChampion(test, {
      rewards: [thanksForFirst({ kind: "flat", amountMinor: 50_001n })],
      capPer30DaysMinor: 50_001n,
    });
    await aReward(test, owner);
    expect(await aReward(test, owner)).toMatchObject({
      reason: "cap_limited",
      grantedMinor: 50_001n,
      approvalsNeeded: 2,
    });
  });

  it("waits for a person where the rules say so (W11)", async () => {
    const owner = await aRewardedChampion(test, { approval: "manual" });
    expect(await aReward(test, owner)).toMatchObject({ needsPerson: true, reason: "routine_check" });
  });
});
