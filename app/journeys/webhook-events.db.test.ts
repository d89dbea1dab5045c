import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { Webhook } from "standardwebhooks";
import type { RewardRow } from "~/rewards/reward-row";
import { aReward, aRewardedChampion } from "~/testing/builders/rewards";
import { testDatabase, type TestDatabase } from "~/testing/test-database";
import { takeJobs } from "~/testing/waiting-jobs";
import { webhookListener } from "~/testing/webhook-listener";
import { WEBHOOK_EVENT_TYPES } from "~/webhooks/event-types";
import { publishChange } from "~/webhooks/publish-change.server";
import { addWebhook } from "./add-webhook.server";
import { approveRewards } from "./approve-rewards.server";
import { changeWebhook } from "./change-webhook.server";
import { deliverWebhook } from "./deliver-webhook.server";
import { refuseRewards } from "./refuse-rewards.server";
import { removeWebhook } from "./remove-webhook.server";
import { replayWebhooks } from "./replay-webhooks.server";
import { undoApprovals } from "./undo-approvals.server";

const by = "person:psn_owner";
const ALL = [...WEBHOOK_EVENT_TYPES];

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
/** Nobody listens unless a test says so. */
beforeEach(async () => {
  const known = await test.db.transaction("read", (tx) => tx.webhookEndpoint.findMany());
  for (const { id } of known) await removeWebhook({ id, by }, test);
  await takeJobs(test, "publish-webhook-event");
});

const count = (table: string) => test.db.pool.query<{ n: number }>(`select count(*)::int as n from ${table}`).then(({ rows }) => rows[0]?.n);

/** What the worker does: makes the events and sends them. */
async function work(): Promise<void> {
  for (const payload of await takeJobs(test, "publish-webhook-event")) await publishChange(payload, test);
  for (const payload of await takeJobs(test, "deliver-webhook")) await deliverWebhook(payload, test);
}

async function listening(types: string[] = ALL) {
  const listener = await webhookListener();
  const { id, secret } = await addWebhook({ url: `${listener.url}/hook`, description: null, types, by }, test);
  const events = () => listener.received.map(({ body, headers }) => new Webhook(secret).verify(body, headers) as Told);
  return { listener, id, events, types: () => events().map(({ type }) => type) };
}

interface Told {
  id: string;
  type: string;
  createdAt: string;
  apiVersion: string;
  livemode: boolean;
  data: Record<string, unknown>;
  changes: Record<string, [unknown, unknown]>;
}

const item = ({ id: rewardId, version }: RewardRow) => ({ rewardId, version });
const now = ({ id }: RewardRow) => test.db.transaction("read", (tx) => tx.reward.findUniqueOrThrow({ where: { id } }));

describe("events of a recommendation", () => {
  it("cost nothing while there is no endpoint: no row and no job", async () => {
    await aReward(test);
    expect([await count("webhook_change"), await takeJobs(test, "publish-webhook-event")]).toEqual([0, []]);
  });

  it("are made for an endpoint that is off too, and wait until somebody has them sent", async () => {
    const { id, types } = await listening(["reward.pending"]);
    await changeWebhook({ id, on: false, by }, test);
    await aReward(test);
    await work();
    expect(types()).toEqual([]);
    await changeWebhook({ id, on: true, by }, test);
    const day = 86_400_000;
    await replayWebhooks({ endpointId: id, from: new Date(Date.now() - day), until: new Date(Date.now() + day), by }, test);
    await work();
    expect(types()).toContain("reward.pending");
  });

  it("are told from the bind to the approval, each with the whole object, and verify with the library", async () => {
    const { events, types } = await listening();
    const reward = await aReward(test);
    await work();
    expect(types()).toEqual(["referral.created", "referral.qualified", "reward.pending"]);
    await approveRewards({ items: [item(reward)], by }, test);
    await work();
    const told = events().at(-1);
    expect(told).toMatchObject({
      type: "reward.approved", apiVersion: "v1", livemode: false,
      data: {
        id: reward.id, version: 2, status: "approved", reasons: [], championId: reward.championId, amount: 1000, currency: "eur",
        holdEndsAt: reward.holdEndsAt.toISOString(),
      },
      changes: { status: ["pending", "approved"], reasons: [[reward.reason], []], decidedAt: [null, test.clock.now().toISOString()] },
    });
    expect(told?.id).toMatch(/^evt_[0-9a-z]{26}$/);
    const [created, qualified] = events();
    expect(created?.data).toMatchObject({ id: reward.referralId, status: "bound", version: 1 });
    expect(qualified?.data).toMatchObject({ id: reward.referralId, status: "qualified", version: 2 });
  });

  it("say nothing about the friend, and nothing a person wrote", async () => {
    const { listener } = await listening();
    const owner = await aRewardedChampion(test);
    const reward = await aReward(test, owner);
    const { subjectId } = await test.db.transaction("read", (tx) => tx.referral.findUniqueOrThrow({ where: { id: reward.referralId } }));
    await refuseRewards({ items: [item(reward)], by, clauseNumber: 5, note: "A word for the champion alone." }, test);
    await work();
    const all = listener.received.map(({ body }) => body).join("\n");
    expect(all).toContain("referral.rejected");
    for (const secret of [subjectId, "A word for", owner.person.email ?? "", "psn_"]) expect(all).not.toContain(secret);
  });

  it("tell an approval that is taken back, and the next one as another event", async () => {
    const { types, events } = await listening(["reward.approved", "reward.pending"]);
    const reward = await aReward(test);
    await approveRewards({ items: [item(reward)], by }, test);
    await undoApprovals({ items: [item(await now(reward))], by }, test);
    await approveRewards({ items: [item(await now(reward))], by }, test);
    await work();
    expect(types()).toEqual(["reward.pending", "reward.approved", "reward.pending", "reward.approved"]);
    expect(new Set(events().map(({ id }) => id)).size).toBe(4);
    expect(events().map(({ data }) => data.version)).toEqual([1, 2, 3, 4]);
  });

  it("are made with the change or not at all", async () => {
    await listening();
    const reward = await aReward(test);
    await work();
    const before = await count("webhook_event");
    const broken = test.db.transaction("broken", async (tx) => {
      await tx.reward.update({ where: { id: reward.id }, data: { status: "approved", version: 2 } });
      throw new Error("on purpose");
    });
    await expect(broken).rejects.toThrow("on purpose");
    expect([await count("webhook_change"), await takeJobs(test, "publish-webhook-event")]).toEqual([0, []]);
    await work();
    expect(await count("webhook_event")).toBe(before);
  });

  it("are made once however often and at once the job runs", async () => {
    const { listener } = await listening(["reward.pending"]);
    await aReward(test);
    const changes = await takeJobs(test, "publish-webhook-event");
    await Promise.all([...changes, ...changes, ...changes].map((payload) => publishChange(payload, test)));
    for (const payload of changes) await publishChange(payload, test);
    await work();
    expect(listener.received).toHaveLength(1);
  });

  it("reach each endpoint that hears of their type, and no other", async () => {
    const [all, some, none] = [await listening(), await listening(["reward.pending"]), await listening(["reward.expired"])];
    await aReward(test);
    await work();
    expect([all.types().length, some.types(), none.types()]).toEqual([3, ["reward.pending"], []]);
    expect(all.events().find(({ type }) => type === "reward.pending")?.id).toBe(some.events()[0]?.id);
  });

  it("count the changes of a referral, whoever makes them", async () => {
    const { types, events } = await listening(["referral.created", "referral.rejected"]);
    const reward = await aReward(test);
    const change = (data: object) => test.db.transaction("change", (tx) => tx.referral.update({ where: { id: reward.referralId }, data }));
    await change({ friendInitial: null });
    await change({ voidReason: "friend_not_new" });
    await change({ voidReason: null });
    await work();
    expect(types()).toEqual(["referral.created", "referral.rejected", "referral.created"]);
    expect(events().map(({ data }) => [data.version, data.status, data.reasons])).toEqual([
      [1, "bound", []], [2, "rejected", ["friend_not_new"]], [3, "bound", []],
    ]);
    expect(events()[1]?.changes).toEqual({ status: ["bound", "rejected"], stands: [true, false], reasons: [[], ["friend_not_new"]] });
  });
});
