import { beforeAll, describe, expect, it } from "vitest";
import { newId } from "~/platform/ids";
import { aClickToken, aRecommender, type Recommender } from "~/testing/builders/attribution";
import { purchaseStage, type PurchaseStage } from "~/testing/builders/purchases";
import { approveRewards } from "./approve-rewards.server";
import { notePayoutAccount } from "./note-payout-account.server";

let stage: PurchaseStage;
beforeAll(async () => {
  stage = await purchaseStage();
});

const ADMIN = "person:psn_admin";

/** A friend of this champion buys. @returns the charge behind it */
async function buys(champion: Recommender): Promise<string> {
  const at = new Date(+stage.clock.now() - 60_000);
  const { payment_intent: intent } = await stage.shop.buys({ email: stage.anAddress(), tokens: [await aClickToken(stage, champion, { at })] });
  return String((await stage.shop.stripe.paymentIntents.retrieve(String(intent))).latest_charge);
}
const warn = (charge: string) => stage.shop.sandbox.control("POST", `/charges/${charge}/early-fraud-warning`);
const rewardOf = async (champion: Recommender) =>
  (await stage.sql<{ id: string; version: number; status: string; reason: string; needs_person: boolean; decided_at: Date | null }>(
    "select id, version, status::text, reason, needs_person, decided_at from reward where champion_id = $1 order by id desc limit 1", champion.champion.id))[0]!;
const findingOf = async (champion: Recommender, rule: string) =>
  (await stage.sql<{ outcome: string }>(
    `select t.outcome::text from trust_check t join conversion c on c.id = t.conversion_id where c.champion_id = $1 and t.rule = $2`, champion.champion.id, rule,
  )).map(({ outcome }) => outcome);
const approve = async (champion: Recommender) => {
  const { id: rewardId, version } = await rewardOf(champion);
  await approveRewards({ items: [{ rewardId, version }], by: ADMIN }, stage);
};

describe("an early warning of fraud (R12)", () => {
  it("that comes after the grant stops what was approved, with the finding, and once", async () => {
    const anna = await aRecommender(stage, stage.friends);
    const charge = await buys(anna);
    await stage.shop.tells();
    await approve(anna);
    expect(await rewardOf(anna)).toMatchObject({ status: "approved" });
    await warn(charge);
    await stage.shop.tells();
    const stopped = await rewardOf(anna);
    expect(stopped).toMatchObject({ status: "held", reason: "in_review", needs_person: true, decided_at: null });
    expect(await findingOf(anna, "R12")).toEqual(["hold"]);
    await stage.shop.tells((events) => [...events, ...events]);
    expect((await rewardOf(anna)).version).toBe(stopped.version);
  });

  it("that comes before its payment holds at the grant", async () => {
    const anna = await aRecommender(stage, stage.friends);
    await warn(await buys(anna));
    await stage.shop.tells((events) => [...events].reverse());
    expect(await findingOf(anna, "R12")).toEqual(["hold"]);
    expect(await rewardOf(anna)).toMatchObject({ status: "held", reason: "in_review" });
  });

  it("about what a person found genuine with such a warning before them doubts no more (R34)", async () => {
    const anna = await aRecommender(stage, stage.friends);
    const charge = await buys(anna);
    await warn(charge);
    await stage.shop.tells();
    await approve(anna);
    await warn(charge);
    await stage.shop.tells();
    expect(await rewardOf(anna)).toMatchObject({ status: "approved" });
  });
});

it("one bank account behind two champions stops what both were to get (R13)", async () => {
  const [anna, bea] = [await aRecommender(stage, stage.friends), await aRecommender(stage, stage.friends)];
  for (const who of [anna, bea]) await buys(who);
  await stage.shop.tells();
  const ids = [anna, bea].map(({ person }) => ({ personId: person.id, accountId: newId("acc") }));
  for (const { personId, accountId } of ids) {
    await stage.sql("insert into payout_account (person_id, stripe_account_id, created_at, read_at) values ($1, $2, now(), now())", personId, accountId);
  }
  const note = async (of: { accountId: string } | undefined, fingerprint: string) => {
    const told = { id: "acct", country: "NL", detailsSubmitted: true, transfersReady: true, bank: { fingerprint, last4: "1234" }, failedPayout: null };
    await stage.db.transaction("note", (tx) => notePayoutAccount(tx, { accountId: of?.accountId ?? "", told }, stage.clock));
  };
  await note(ids[0], "same");
  expect(await rewardOf(anna)).toMatchObject({ status: "pending" });
  await note(ids[1], "same");
  for (const who of [anna, bea]) {
    expect(await rewardOf(who)).toMatchObject({ status: "held", reason: "in_review", needs_person: true });
    expect(await findingOf(who, "R13")).toEqual(["hold"]);
  }
});
