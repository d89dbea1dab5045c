import type { ServerResponse } from "node:http";
import { afterAll, beforeAll, expect, it } from "vitest";
import { addWebhook } from "~/journeys/add-webhook.server";
import { connectAs } from "~/platform/deps.server";
import { newId } from "~/platform/ids";
import { aReward } from "~/testing/builders/rewards";
import { testDatabase, type TestDatabase } from "~/testing/test-database";
import { waitingJobs } from "~/testing/waiting-jobs";
import { webhookListener } from "~/testing/webhook-listener";
import { scheduleDeliveries } from "~/webhooks/schedule-deliveries.server";
import { startWorker } from "./start-worker.server";

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
  const processDb = connectAs(test.urls.worker);
  afterAll(() => processDb.close());
});

const QUEUED = 1_000;
const by = "system";

it("1,000 events that wait for a dead endpoint hold up neither other jobs nor another endpoint", async () => {
  const [dead, alive] = [await webhookListener(), await webhookListener()];
  const hanging = new Set<ServerResponse>();
  let [atOnce, most] = [0, 0];
  dead.answer = (response) => {
    hanging.add(response);
    most = Math.max(most, ++atOnce);
    response.on("close", () => atOnce--);
  };
  const { id: endpointId } = await addWebhook({ url: dead.url, description: null, types: ["reward.expired"], by }, test);
  const eventIds = Array.from({ length: QUEUED }, () => newId("evt"));
  await test.db.transaction("queue", async (tx) => {
    const createdAt = test.clock.now();
    await tx.webhookEvent.createMany({
      data: eventIds.map((id) => ({ id, type: "reward.expired", causeId: id, causeVersion: 1, payload: "{}", createdAt })),
    });
    await scheduleDeliveries(tx, { endpointId, eventIds, now: createdAt });
  });
  const worker = await startWorker(test.urls.worker);
  try {
    await expect.poll(() => dead.received.length, { timeout: 20_000 }).toBe(1);
    // Noted, made into an event by one lane and sent by the other, while the dead one hangs.
    await addWebhook({ url: alive.url, description: null, types: ["reward.pending"], by }, test);
    await aReward(test);
    await expect.poll(() => alive.received.map(({ body }) => (JSON.parse(body) as { type: string }).type), { timeout: 20_000 }).toEqual(["reward.pending"]);
    expect(await waitingJobs(test, "publish-webhook-event")).toEqual([]);
    expect((await waitingJobs(test, "deliver-webhook")).length).toBeGreaterThan(QUEUED - 10);
    expect(most).toBe(1);
  } finally {
    // The call that hangs ends, so that the worker can.
    const stopped = worker.stop();
    for (const response of hanging) response.destroy();
    await stopped;
  }
});
