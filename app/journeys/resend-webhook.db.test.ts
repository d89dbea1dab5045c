import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { Webhook } from "standardwebhooks";
import { aReward } from "~/testing/builders/rewards";
import { aDelivery, noWebhooks } from "~/testing/builders/webhooks";
import { TestClock } from "~/testing/test-clock";
import { testDatabase, type TestDatabase } from "~/testing/test-database";
import { takeJobs } from "~/testing/waiting-jobs";
import { forgetEvents } from "~/webhooks/forget-events.server";
import { getDelivery } from "~/webhooks/list-deliveries.server";
import { publishChange } from "~/webhooks/publish-change.server";
import { changeWebhook } from "./change-webhook.server";
import { deliverWebhook } from "./deliver-webhook.server";
import { redeliverWebhook } from "./redeliver-webhook.server";
import { replayWebhooks } from "./replay-webhooks.server";
import { testWebhook } from "./test-webhook.server";

const by = "person:psn_owner";
let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
beforeEach(() => noWebhooks(test));
const read = <T>(work: Parameters<typeof test.db.transaction<T>>[1]) => test.db.transaction("read", work);

describe("sending again", () => {
  it("one delivery: the same event, the same id, as often as asked", async () => {
    const { listener, deliveryId, endpointId, log } = await aDelivery(test);
    await deliverWebhook({ deliveryId }, test);
    await redeliverWebhook({ deliveryId, endpointId, by }, test);
    expect(await takeJobs(test, "deliver-webhook")).toEqual([{ deliveryId }]);
    await deliverWebhook({ deliveryId }, test);
    expect(new Set(listener.received.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
    expect(await log()).toMatchObject({ status: "delivered", attempts: 2, history: [{ number: 1 }, { number: 2 }] });
    await expect(redeliverWebhook({ deliveryId, endpointId: "wh_another", by }, test)).rejects.toMatchObject({ status: 404 });
    await changeWebhook({ id: endpointId, on: false, by }, test);
    await expect(redeliverWebhook({ deliveryId, by }, test)).rejects.toMatchObject({ code: "webhook_off" });
  });

  it("a period: everything of its types, also what it missed while it was off", async () => {
    const { endpointId, deliveryId } = await aDelivery(test);
    await deliverWebhook({ deliveryId }, test);
    await changeWebhook({ id: endpointId, on: false, by }, test);
    await aReward(test);
    for (const payload of await takeJobs(test, "publish-webhook-event")) await publishChange(payload, test);
    await changeWebhook({ id: endpointId, on: true, by }, test);
    await takeJobs(test, "deliver-webhook");
    const all = { from: new Date(0), until: new Date("2100-01-01") };
    const before = await read((tx) => tx.webhookEvent.count({ where: { type: "reward.pending", sample: false } }));
    expect(await replayWebhooks({ endpointId, ...all, by }, test)).toBe(before);
    expect(await takeJobs(test, "deliver-webhook")).toHaveLength(before);
    expect(await replayWebhooks({ endpointId, from: new Date(0), until: new Date(1), by }, test)).toBe(0);
  });

  it("a sample: signed, never live, tried once, and no mark against the endpoint", async () => {
    const { listener, endpointId, secret, endpoint } = await aDelivery(test);
    await changeWebhook({ id: endpointId, on: false, by }, test);
    listener.answer = (response) => response.writeHead(500).end("not yet");
    const id = await testWebhook({ endpointId, type: "reward.issued", by }, test);
    const [arrived] = listener.received;
    expect(new Webhook(secret).verify(arrived?.body ?? "", arrived?.headers ?? {})).toMatchObject({ type: "reward.issued", livemode: false });
    expect(await getDelivery({ id, endpointId }, test)).toMatchObject({ status: "failed", sample: true, last: { status: 500, body: "not yet" } });
    expect((await endpoint()).failingSince).toBeNull();
  });
});

it("events, deliveries and answers are forgotten after 30 days", async () => {
  const { deliveryId } = await aDelivery(test);
  await deliverWebhook({ deliveryId }, test);
  const rows = () => read(async (tx) => [await tx.webhookDelivery.count(), await tx.webhookAttempt.count()]);
  await forgetEvents({ db: test.db, clock: test.clock });
  expect(await rows()).toEqual([1, 1]);
  const later = new TestClock(new Date(Date.now() + 31 * 86_400_000));
  expect(await forgetEvents({ db: test.db, clock: later })).toBeGreaterThan(0);
  expect(await rows()).toEqual([0, 0]);
  expect(await read((tx) => tx.webhookEvent.count())).toBe(0);
});
