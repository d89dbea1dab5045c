import type { ServerResponse } from "node:http";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { Webhook } from "standardwebhooks";
import { postToTarget, type TargetAnswer } from "~/platform/gateways/webhook-target.server";
import { aStaffMember } from "~/testing/builders/identity";
import { aReward } from "~/testing/builders/rewards";
import { aDelivery, noWebhooks } from "~/testing/builders/webhooks";
import { TestClock } from "~/testing/test-clock";
import { testDatabase, type TestDatabase } from "~/testing/test-database";
import { takeJobs, waitingJobs } from "~/testing/waiting-jobs";
import { WAITS_MS } from "~/webhooks/attempt-times";
import { getDelivery, listDeliveries } from "~/webhooks/list-deliveries.server";
import { publishChange } from "~/webhooks/publish-change.server";
import { addWebhook } from "./add-webhook.server";
import { changeWebhook } from "./change-webhook.server";
import { deliverWebhook } from "./deliver-webhook.server";
import { redeliverWebhook } from "./redeliver-webhook.server";
import { rotateWebhookSecret } from "./rotate-webhook-secret.server";

const by = "person:psn_owner";
let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
beforeEach(() => noWebhooks(test));
const read = <T>(work: Parameters<typeof test.db.transaction<T>>[1]) => test.db.transaction("read", work);

describe("an attempt", () => {
  it("sends the stored bytes, signed, and writes down what was answered", async () => {
    const { listener, secret, deliveryId, log } = await aDelivery(test);
    listener.answer = (response) => response.writeHead(202).end("thank you");
    await deliverWebhook({ deliveryId }, test);
    const [arrived] = listener.received;
    const { payload, eventId, ...delivery } = await log();
    expect(arrived?.body).toBe(payload);
    expect(arrived?.headers).toMatchObject({ "webhook-id": eventId, "content-type": "application/json" });
    expect(new Webhook(secret).verify(arrived?.body ?? "", arrived?.headers ?? {})).toMatchObject({ id: eventId, type: "reward.pending" });
    expect(delivery).toMatchObject({ status: "delivered", attempts: 1, nextAt: null, settledAt: test.clock.now() });
    expect(delivery.history).toMatchObject([{ number: 1, status: 202, error: null, body: "thank you", triedAt: test.clock.now() }]);
    await deliverWebhook({ deliveryId }, test);
    expect(listener.received).toHaveLength(1);
  });

  it("that fails is made again after the waits of P14, always under the same id, and then given up and told", async () => {
    const clock = new TestClock(test.clock.now());
    const owner = await aStaffMember(test, { roles: ["owner"] });
    const { listener, deliveryId, log } = await aDelivery(test, clock);
    listener.answer = (response) => response.writeHead(503).end("closed");
    const waits: number[] = [];
    for (let made = 1; made <= 8; made++) {
      await deliverWebhook({ deliveryId }, { db: test.db, clock });
      expect(listener.received).toHaveLength(made);
      // One that comes too early does nothing.
      await deliverWebhook({ deliveryId }, { db: test.db, clock });
      expect(listener.received).toHaveLength(made);
      const { nextAt } = await log();
      if (!nextAt) break;
      const [job] = await waitingJobs(test, "deliver-webhook");
      waits.push(Math.round(job?.seconds ?? 0));
      clock.set(nextAt);
    }
    expect(waits).toEqual(WAITS_MS.map((ms) => ms / 1000));
    expect(waits).toEqual([5, 300, 1_800, 7_200, 18_000, 36_000, 36_000]);
    expect(new Set(listener.received.map(({ headers, body }) => `${headers["webhook-id"]} ${body}`)).size).toBe(1);
    expect(await log()).toMatchObject({ status: "failed", attempts: 8, nextAt: null });
    const mails = await read((tx) => tx.mail.findMany({ where: { template: "webhook_trouble", personId: owner.id } }));
    expect(mails).toMatchObject([{ purpose: `given_up-${clock.now().toISOString().slice(0, 10)}` }]);
  });

  it.each<[string, (response: ServerResponse) => void, Partial<TargetAnswer>]>([
    ["500", (response) => response.writeHead(500).end(), { status: 500 }],
    ["429", (response) => response.writeHead(429, { "retry-after": "1" }).end(), { status: 429 }],
    ["a redirect", (response) => response.writeHead(302, { location: "/elsewhere" }).end(), { status: 302, error: "redirect" }],
    ["no end", (response) => void response.writeHead(200).write("…"), { status: null, error: "timeout" }],
    ["garbage", (response) => void response.socket?.end("garbage\r\n\r\n"), { status: null, error: "connection_failed" }],
  ])("answered with %s counts as one that failed", async (_what, answer, outcome) => {
    const { listener, deliveryId, log, endpoint } = await aDelivery(test);
    listener.answer = answer;
    const post: typeof postToTarget = (target) => postToTarget(target, { timeoutMs: 300 });
    await deliverWebhook({ deliveryId }, { ...test, post });
    expect(await log()).toMatchObject({ status: "waiting", attempts: 1, history: [outcome] });
    expect((await endpoint()).failingSince).toEqual(test.clock.now());
    listener.answer = (response) => response.writeHead(200).end();
    await deliverWebhook({ deliveryId }, { db: test.db, clock: new TestClock(new Date(test.clock.now().getTime() + 5_000)) });
    expect(await log()).toMatchObject({ status: "delivered", attempts: 2 });
    expect((await endpoint()).failingSince).toBeNull();
  });

  it("whose worker is killed between the call and its record is made again under the same id", async () => {
    const { listener, deliveryId, log } = await aDelivery(test);
    const killed: typeof postToTarget = async (target) => {
      await postToTarget(target);
      throw new Error("killed");
    };
    await expect(deliverWebhook({ deliveryId }, { ...test, post: killed })).rejects.toThrow("killed");
    await deliverWebhook({ deliveryId }, test);
    expect(listener.received.map(({ headers }) => headers["webhook-id"])).toEqual([(await log()).eventId, (await log()).eventId]);
    expect(await log()).toMatchObject({ status: "delivered", attempts: 2, history: [{ number: 2 }] });
  });

  it("that kills its worker each time ends nevertheless", async () => {
    const { deliveryId, log } = await aDelivery(test);
    const killed = () => Promise.reject(new Error("killed"));
    for (let made = 0; made < 8; made++) await expect(deliverWebhook({ deliveryId }, { ...test, post: killed })).rejects.toThrow("killed");
    await deliverWebhook({ deliveryId }, { ...test, post: killed });
    expect(await log()).toMatchObject({ status: "failed", attempts: 8 });
  });
});

describe("an endpoint", () => {
  it("that says it is gone is switched off at once, and the owners hear of it", async () => {
    const owner = await aStaffMember(test, { roles: ["owner"] });
    const { listener, deliveryId, log, endpoint } = await aDelivery(test);
    listener.answer = (response) => response.writeHead(410).end();
    await deliverWebhook({ deliveryId }, test);
    expect(await log()).toMatchObject({ status: "failed", attempts: 1 });
    expect(await endpoint()).toMatchObject({ off: { because: "gone", at: test.clock.now() } });
    expect(await read((tx) => tx.mail.count({ where: { template: "webhook_trouble", personId: owner.id } }))).toBe(1);
  });

  it("at which nothing arrived for three days is switched off; what still waits for it ends", async () => {
    const clock = new TestClock(test.clock.now());
    const { listener, deliveryId, endpointId, endpoint } = await aDelivery(test, clock);
    listener.answer = (response) => response.writeHead(500).end();
    await deliverWebhook({ deliveryId }, { db: test.db, clock });
    clock.advance({ hours: 71 });
    const later = await anotherFor(endpointId, clock);
    await deliverWebhook({ deliveryId: later }, { db: test.db, clock });
    expect((await endpoint()).off).toBeNull();
    clock.advance({ hours: 2 });
    await deliverWebhook({ deliveryId: later }, { db: test.db, clock });
    expect((await endpoint()).off).toMatchObject({ because: "failing" });
    const calls = listener.received.length;
    await deliverWebhook({ deliveryId }, { db: test.db, clock });
    expect(listener.received).toHaveLength(calls);
    expect(await getDelivery({ id: deliveryId, endpointId }, test)).toMatchObject({ status: "failed" });
    // Switched on by hand it begins with a clean record.
    await changeWebhook({ id: endpointId, on: true, by }, { db: test.db, clock });
    expect(await endpoint()).toMatchObject({ off: null, failingSince: null });
  });

  /** A further event on its way to an endpoint. */
  async function anotherFor(endpointId: string, clock: TestClock): Promise<string> {
    await aReward({ db: test.db, clock });
    for (const payload of await takeJobs(test, "publish-webhook-event")) await publishChange(payload, { db: test.db, clock });
    await takeJobs(test, "deliver-webhook");
    return (await listDeliveries({ endpointId, status: "waiting", page: 1 }, test)).deliveries[0]?.id ?? "";
  }

  it("changes its secret within a day: both sign, then the new one alone", async () => {
    const { listener, endpointId, secret: old, deliveryId } = await aDelivery(test);
    const clock = new TestClock(test.clock.now());
    const { secret, oldUntil } = await rotateWebhookSecret({ id: endpointId, by }, { db: test.db, clock });
    expect(secret).not.toBe(old);
    expect(oldUntil).toEqual(new Date(clock.now().getTime() + 86_400_000));
    await deliverWebhook({ deliveryId }, { db: test.db, clock });
    const [during] = listener.received;
    for (const one of [secret, old]) expect(() => new Webhook(one).verify(during?.body ?? "", during?.headers ?? {})).not.toThrow();
    clock.advance({ hours: 24 });
    await redeliverWebhook({ deliveryId, by }, { db: test.db, clock });
    await deliverWebhook({ deliveryId }, { db: test.db, clock });
    const after = listener.received[1];
    expect(() => new Webhook(secret).verify(after?.body ?? "", after?.headers ?? {})).not.toThrow();
    expect(() => new Webhook(old).verify(after?.body ?? "", after?.headers ?? {})).toThrow();
  });

  it("is not made for an address that nobody may call, twice for one, or without end", async () => {
    const add = (url: string) => addWebhook({ url, description: null, types: ["reward.issued"], by }, test);
    for (const [url, why] of [
      ["https://10.0.0.1/", "notPublic"], ["https://[::1]:1/", null], ["http://shop.example.com/", "notHttps"], ["https://user:pw@shop.example.com/", "credentials"],
      ["ftp://shop.example.com/", "notAnAddress"], ["shop", "notAnAddress"], ["https://intranet/", "notPublic"], ["https://169.254.169.254/", "notPublic"],
    ] as const) {
      if (why) await expect(add(url)).rejects.toMatchObject({ code: "webhook_target_refused", why });
      else await add(url);
    }
    await expect(add("https://[::1]:1/")).rejects.toMatchObject({ code: "webhook_known" });
    for (let made = 1; made < 20; made++) await add(`https://shop.example.com/${made}`);
    await expect(add("https://shop.example.com/20")).rejects.toMatchObject({ code: "too_many_webhooks" });
  });
});
