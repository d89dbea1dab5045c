import { beforeAll, describe, expect, it } from "vitest";
import { newId } from "~/platform/ids";
import { thanksForFirst, UNCONDITIONAL, type RewardRule } from "~/programs/reward-rule";
import { aClickToken, aRecommender, type Recommender } from "~/testing/builders/attribution";
import { aProgram } from "~/testing/builders/programs";
import { purchaseStage, type PurchaseStage } from "~/testing/builders/purchases";
import { aSale } from "~/testing/builders/sales";
import { expectSoundBooks } from "~/testing/expect-sound-books";
import { putTrustPolicy } from "~/trust/put-trust-policy.server";
import { DEFAULT_POLICY } from "~/trust/trust-policy";
import { releaseHolds } from "./release-holds.server";

const flat = (amountMinor: bigint) => ({ kind: "flat", amountMinor }) as const;
const tenth = { kind: "percent", basisPoints: 1_000 } as const;
const FIRST = thanksForFirst(flat(1_000n));
const RENEWAL: RewardRule = { ...UNCONDITIONAL, key: "renewal", trigger: "renewal", months: 2, worth: tenth };
const EVERY: RewardRule = { ...UNCONDITIONAL, key: "every", trigger: "every_purchase", months: null, worth: flat(300n) };

let stage: PurchaseStage;
let count = 0;
beforeAll(async () => {
  stage = await purchaseStage();
});

/** A champion of a program with these rules. */
async function recommenderUnder(...rewards: RewardRule[]): Promise<Recommender> {
  const program = await aProgram(stage.db, { slug: `rules-${++count}`, rules: { rewards }, clock: stage.clock });
  return aRecommender(stage, program);
}

/** What each payment of a champion's friends earned, oldest first. */
const earned = ({ champion }: Recommender) =>
  stage.sql<{ rule: string; due: number }>(
    `select r.rule_key as rule, r.due_minor::int as due from reward r join conversion c on c.id = r.conversion_id
      where r.champion_id = $1 order by c.occurred_at, r.id`,
    champion.id,
  );

describe("several rules in one version (W5)", () => {
  it("thank for a first order, then for renewals as long as their months last, and change for nobody bound", async () => {
    const anna = await recommenderUnder(FIRST, RENEWAL);
    await stage.shop.buys({ email: stage.anAddress(), tokens: [await aClickToken(stage, anna)], subscription: true });
    await stage.shop.tells();
    for (let month = 1; month <= 3; month++) {
      await stage.shop.later({ days: 32 });
      await stage.shop.tells();
    }
    const [first, ...renewals] = await earned(anna);
    expect(first).toEqual({ rule: "reward", due: 1_000 });
    // The second month ends before the second renewal, 64 days on.
    expect(renewals).toEqual([{ rule: "renewal", due: expect.any(Number) }]);
    expect(renewals[0]?.due).toBeGreaterThan(0);
    await expectSoundBooks(stage);
  });

  it("are approved each in its own way: at once, by a person, or as the program says (W11)", async () => {
    const anna = await recommenderUnder({ ...FIRST, approval: "immediate" }, { ...EVERY, approval: "manual" });
    // The first rewards of a new champion are looked at by a person (R9); here that is advice alone.
    const policy = { ...DEFAULT_POLICY, adviceOnly: ["R9"], programId: anna.champion.programId, decidedAt: stage.clock.now(), decidedBy: "test" };
    await stage.db.transaction("policy", (tx) => putTrustPolicy(tx, policy, DEFAULT_POLICY));
    const buyer = newId("cst");
    const token = await aClickToken(stage, anna);
    // Whoever buys within seconds of a click is looked at by a person anyway (R8).
    await stage.shop.later({ hours: 1 });
    await aSale(stage, { token, buyer });
    await aSale(stage, { buyer });
    const standing = async () =>
      await stage.sql(
        `select r.rule_key as rule, needs_person, hold_ends_at = occurred_at as at_once, status in ('pending', 'held') as waits
           from reward r join conversion c on c.id = r.conversion_id where r.champion_id = $1 order by r.created_at, r.id`,
        anna.champion.id,
      );
    expect(await standing()).toEqual([
      { rule: "reward", needs_person: false, at_once: true, waits: true },
      { rule: "every", needs_person: true, at_once: false, waits: true },
    ]);
    await stage.shop.later({ days: 60 });
    await releaseHolds(stage);
    expect(await standing()).toMatchObject([{ rule: "reward", waits: false }, { rule: "every", waits: true }]);
  });

  it("thank for every order without a subscription too, each once however often it is told", async () => {
    const anna = await recommenderUnder(FIRST, EVERY);
    const email = stage.anAddress();
    await stage.shop.buys({ email, tokens: [await aClickToken(stage, anna)] });
    await stage.shop.tells();
    for (let order = 1; order <= 2; order++) {
      await stage.shop.later({ days: 1 });
      await stage.shop.buys({ email });
      await stage.shop.tells();
    }
    expect(await earned(anna)).toEqual([
      { rule: "reward", due: 1_000 },
      { rule: "every", due: 300 },
      { rule: "every", due: 300 },
    ]);
    await expectSoundBooks(stage);
  });

  it("a first order that is heard of late is the first after all, and the later one earns as a later one (A6)", async () => {
    const anna = await recommenderUnder(FIRST, EVERY);
    const email = stage.anAddress();
    const token = await aClickToken(stage, anna);
    for (let order = 1; order <= 3; order++) {
      await stage.shop.buys({ email, tokens: [token] });
      await stage.shop.later({ minutes: 10 });
    }
    await stage.shop.tells((events) => [...events].reverse());
    const due = (await earned(anna)).filter((reward) => reward.due > 0);
    expect(due).toEqual([
      { rule: "reward", due: 1_000 },
      { rule: "every", due: 300 },
      { rule: "every", due: 300 },
    ]);
    await expectSoundBooks(stage);
  });
});

describe("what a rule asks besides its occasion", () => {
  const THIRD: RewardRule = { ...FIRST, key: "third", fromFriend: 3, worth: flat(2_000n) };

  it("a tier begins with the friend it names, whoever else comes at the same moment, and stays when told again", async () => {
    const anna = await recommenderUnder(THIRD, FIRST);
    const friends = await Promise.all(
      Array.from({ length: 8 }, async () => ({ token: await aClickToken(stage, anna), buyer: newId("cst"), invoice: newId("pur") })),
    );
    for (let telling = 1; telling <= 2; telling++) await Promise.all(friends.map((friend) => aSale(stage, friend)));
    const due = await stage.sql<{ due: number }>(
      "select due_minor::int as due from reward where champion_id = $1 order by due_minor, id",
      anna.champion.id,
    );
    expect(due.map((reward) => reward.due)).toEqual([1_000, 1_000, ...Array<number>(6).fill(2_000)]);
    await expectSoundBooks(stage);
  });

  it("an order of another product group earns nothing, says why, and leaves the first thanks to a later one", async () => {
    const anna = await recommenderUnder({ ...FIRST, group: "No such thing" });
    await stage.shop.buys({ email: stage.anAddress(), tokens: [await aClickToken(stage, anna)] });
    await stage.shop.tells();
    expect(await stage.rewardsOf(anna)).toMatchObject([{ status: "rejected", reason: "plan_not_eligible", due: 0 }]);
  });
});
