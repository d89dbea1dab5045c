import Stripe from "stripe";
import { beforeAll, describe, expect, it } from "vitest";
import { receiveStripeWebhook } from "~/commerce/receive-stripe-webhook.server";
import { STRIPE_EVENTS } from "~/commerce/stripe-events";
import { historyStage, type HistoryStage } from "~/testing/builders/history-stage";
import { owedBy } from "~/testing/histories/model";
import { withClient } from "../../scripts/database-cluster";

type Story = Awaited<ReturnType<HistoryStage["aStory"]>>;

let stage: HistoryStage;
beforeAll(async () => {
  stage = await historyStage();
});

const told = (story: Story) => stage.tell(stage.eventsOf(story));
const refund = (story: Story, amountMinor: number) => stage.happens({ does: "refund", amountMinor }, story);
const expectBooked = async (story: Story) => expect(await stage.bookOf(story)).toEqual(owedBy(await stage.endOf(story)));
const fault = (kind: string, method: string, path: string) => stage.shop.sandbox.control("POST", "/faults", { kind, method, path, count: 1 });
const instructionOf = async (story: Story) => {
  const rewardId = (await stage.rewardOf(story))?.id ?? "";
  return await stage.db.transaction("read", (tx) => tx.instruction.findUniqueOrThrow({ where: { rewardId } }));
};

/** A reward that the champion has: told, approved, its hold over, handed over. */
async function aHandedOver(): Promise<Story> {
  const story = await stage.aStory();
  await told(story);
  for (const does of ["approve", "release", "fulfil"] as const) await stage.happens({ does }, story);
  expect(await stage.rewardOf(story)).toMatchObject({ status: "paid" });
  return story;
}

describe("what others get wrong, each through the real door", () => {
  it("dedupe-never-before-work (N1): a delivery whose work failed is worked off by the next try, and a doubled one is no second sale", async () => {
    const story = await stage.aStory();
    const paid = stage.eventsOf(story).filter(({ type }) => type === "payment_intent.succeeded");
    await fault("error_500_before", "GET", "/v1/payment_intents/*");
    await expect(stage.tell(paid)).rejects.toMatchObject({ name: "StripeCallError" });
    expect(await stage.rewardOf(story)).toBeNull();
    await stage.tell(paid);
    await stage.tell(paid);
    expect(await stage.rewardOf(story)).toMatchObject({ status: "pending", dueMinor: 1_000n });
    await expectBooked(story);
  });

  it("refund-after-payout-and-partial (N2): what was handed over is owed back in proportion, and a refund before its payment counts", async () => {
    const late = await aHandedOver();
    await refund(late, 2_000);
    await told(late);
    expect(await stage.rewardOf(late)).toMatchObject({ status: "partly_reversed", dueMinor: 750n });
    await expectBooked(late);

    const early = await stage.aStory();
    await refund(early, 4_000);
    const isRefund = ({ type }: Stripe.Event) => type.startsWith("refund.") || type === "charge.refunded";
    await stage.tell(stage.eventsOf(early).filter(isRefund));
    expect(await stage.rewardOf(early)).toBeNull();
    await stage.tell(stage.eventsOf(early).filter((event) => !isRefund(event)));
    expect(await stage.rewardOf(early)).toMatchObject({ status: "pending", dueMinor: 500n });
    await expectBooked(early);
  });

  it("payout-amount-not-read-modify-write (N3): eight refunds told at once while the reward is handed over take back what they come to", async () => {
    const story = await stage.aStory();
    await told(story);
    for (const does of ["approve", "release"] as const) await stage.happens({ does }, story);
    for (let i = 0; i < 8; i++) await refund(story, 700);
    const tells = stage.eventsOf(story).map((event) => stage.tell([event]));
    await Promise.allSettled([...tells, stage.happens({ does: "fulfil" }, story), stage.happens({ does: "fulfil" }, story)]);
    await told(story);
    // 5,600 of 8,000 went back: 700 of 1,000.
    expect(await stage.rewardOf(story)).toMatchObject({ dueMinor: 300n });
    await expectBooked(story);
  });

  it("intent-before-transfer (N4): key, amount and bytes stand before the call, and a call nobody heard the end of is one effect", async () => {
    const story = await stage.aStory();
    await told(story);
    for (const does of ["approve", "release"] as const) await stage.happens({ does }, story);
    await fault("error_500_after", "POST", "/v1/customers/*/balance_transactions");
    await expect(stage.happens({ does: "fulfil" }, story)).rejects.toMatchObject({ name: "StripeCallError", outcome: "unknown" });
    const before = await instructionOf(story);
    expect(before.request).not.toBeNull();
    await expect.poll(async () => {
      await stage.happens({ does: "fulfil" }, story).catch(() => undefined);
      return (await instructionOf(story)).status;
    }).toBe("confirmed");
    const after = await instructionOf(story);
    expect([after.idempotencyKey, after.amountMinor, after.request]).toEqual([before.idempotencyKey, before.amountMinor, before.request]);
    expect((await stage.endOf(story)).handedOverMinor).toBe(1_000n);
    await expectBooked(story);
  });

  it("dispute-and-refund-events-subscribed (N5): the endpoint at Stripe hears of every one, and a dispute takes back what it took", async () => {
    const { data } = await stage.shop.stripe.webhookEndpoints.list({ limit: 10 });
    expect(data.map(({ enabled_events }) => [...enabled_events].sort())).toContainEqual([...STRIPE_EVENTS].sort());
    const story = await aHandedOver();
    await stage.happens({ does: "dispute", inquiry: false }, story);
    await told(story);
    expect(await stage.rewardOf(story)).toMatchObject({ status: "reversed", dueMinor: 0n });
    await expectBooked(story);
    await stage.happens({ does: "win" }, story);
    await told(story);
    expect(await stage.rewardOf(story)).toMatchObject({ status: "paid", dueMinor: 1_000n });
    await expectBooked(story);
  });

  it("fraud-rule-error-holds (N6): a rule that cannot judge keeps the reward for a person, and waiting does not pay it", async () => {
    const story = await stage.aStory();
    // A level no version of these rules knows, past every check of the table.
    await withClient(stage.superuser, async (client) => {
      await client.query("alter table trust_policy drop constraint trust_policy_level_check");
      await client.query("insert into trust_policy (id, program_id, level, decided_at, decided_by) values ('tru_1', $1, 'unheard of', $2, 'system')", [
        story.owner.champion.programId, stage.clock.now(),
      ]);
    });
    await told(story);
    const reward = await stage.rewardOf(story);
    expect(reward).toMatchObject({ status: "held", reason: "in_review", needsPerson: true });
    const where = { conversionId: reward?.conversionId ?? "", outcome: "hold" as const };
    const checks = await stage.db.transaction("read", (tx) => tx.trustCheck.findMany({ where }));
    expect(checks.map(({ compared }) => compared)).toContainEqual({ cause: "error" });
    await stage.happens({ does: "release" }, story);
    expect(await stage.rewardOf(story)).toMatchObject({ status: "held" });
  });

  it("signed-webhook-suite-exists (N7): altered, stale and unsigned deliveries change nothing", async () => {
    const story = await stage.aStory();
    const [event] = stage.eventsOf(story);
    const payload = JSON.stringify(event);
    const { secret } = stage.shop;
    const sign = (over: object = {}) => Stripe.webhooks.generateTestHeaderString({ payload, secret, ...over });
    const longAgo = Math.floor(Date.now() / 1_000) - 600;
    const refused: [body: string, signature: string | null][] = [
      [payload, null], [payload, ""], [`${payload} `, sign()], [payload, sign({ secret: "whsec_other" })], [payload, sign({ timestamp: longAgo })],
    ];
    for (const [body, signature] of refused) {
      await expect(receiveStripeWebhook(Buffer.from(body), signature, stage)).rejects.toMatchObject({ code: "signature_invalid", status: 400 });
    }
    const kept = () => stage.db.transaction("read", (tx) => tx.inboxEvent.count({ where: { eventId: event?.id ?? "" } }));
    expect(await kept()).toBe(0);
    const taken = await Promise.all(Array.from({ length: 8 }, () => receiveStripeWebhook(Buffer.from(payload), sign(), stage)));
    expect(taken.filter(({ isNew }) => isNew)).toHaveLength(1);
    expect(await kept()).toBe(1);
  });
});
