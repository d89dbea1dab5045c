import Stripe from "stripe";
import { beforeAll, describe, expect, it } from "vitest";
import { PostgresDatabase } from "~/platform/db.server";
import { encrypt, keyFor } from "~/platform/secrets.server";
import { testDatabase, type TestDatabase } from "~/testing/test-database";
import { saveStripeConnection } from "./connection-store.server";
import { forgetPayloads } from "./forget-payloads.server";
import { keepInboxEvent } from "./keep-inbox-event.server";
import { markProcessed, openInboxEvent } from "./open-inbox-event.server";
import { receiveStripeWebhook } from "./receive-stripe-webhook.server";

const secret = "whsec_of_this_test";
const connectSecret = "whsec_of_connected_accounts";
let test: TestDatabase;
let count = 0;

const anEvent = (over: object = {}) => ({
  id: `evt_${++count}`, object: "event", type: "invoice.paid", api_version: "2026-10-28.endive", livemode: false,
  created: 1_793_620_800, pending_webhooks: 1, request: null,
  data: { object: { id: "in_1", object: "invoice", customer_email: "friend@example.test" } },
  ...over,
});

const sign = (payload: string, timestamp = Math.floor(Date.now() / 1000)) =>
  Stripe.webhooks.generateTestHeaderString({ payload, secret, timestamp });

const receive = (event: unknown, over: { signature?: string | null; body?: string; at?: number } = {}) => {
  const payload = JSON.stringify(event);
  const signature = over.signature === undefined ? sign(payload, over.at) : over.signature;
  return receiveStripeWebhook(Buffer.from(over.body ?? payload), signature, test);
};

const inbox = async () => (await test.db.pool.query("select * from inbox_event order by id")).rows;
/** The worker's own tables are closed to the app, so this asks as the worker. */
async function jobsFor(inboxEventId: string): Promise<number> {
  const worker = new PostgresDatabase(test.urls.worker, { poolSize: 1 });
  const { rows } = await worker.pool.query(
    "select count(*)::int as count from graphile_worker._private_jobs where payload ->> 'inboxEventId' = $1",
    [inboxEventId],
  );
  await worker.close();
  return rows[0].count;
}

beforeAll(async () => {
  test = await testDatabase();
});

describe("signed-webhook-suite-exists: the door for Stripe's webhooks (N7)", () => {
  it("asks Stripe to come back while no secret is known", async () => {
    await expect(receive(anEvent())).rejects.toMatchObject({ status: 503, code: "no_webhook_secret" });
    await test.db.transaction("connect", (tx) =>
      saveStripeConnection(tx, {
        endpointId: "we_1", secretSealed: encrypt(secret, keyFor("provider-secret")), accountId: "acct_ours", createdAt: test.clock.now(),
        connectEndpointId: "we_2", connectSecretSealed: encrypt(connectSecret, keyFor("provider-secret")),
      }),
    );
  });

  it.each<[string, () => Promise<unknown>, string]>([
    ["unsigned", () => receive(anEvent(), { signature: null }), "signature_invalid"],
    ["signed with another secret", () => receive(anEvent(), { signature: Stripe.webhooks.generateTestHeaderString({ payload: "{}", secret: "whsec_x" }) }), "signature_invalid"],
    ["altered", () => { const event = anEvent(); return receive(event, { body: JSON.stringify({ ...event, type: "refund.created" }) }); }, "signature_invalid"],
    ["stale", () => receive(anEvent(), { at: Math.floor(Date.now() / 1000) - 600 }), "signature_invalid"],
    ["of real money, while we hold a test key", () => receive(anEvent({ livemode: true })), "wrong_mode"],
    ["of another account", () => receive(anEvent({ account: "acct_other" })), "wrong_account"],
  ])("%s: refused and nothing kept", async (_title, knock, code) => {
    const before = await inbox();
    await expect(knock()).rejects.toMatchObject({ status: 400, code });
    expect(await inbox()).toEqual(before);
  });

  it("keeps an event once, however often and at the same time it comes (I27)", async () => {
    const event = anEvent({ account: "acct_ours" });
    const answers = await Promise.all(Array.from({ length: 8 }, () => receive(event)));
    expect(answers.filter(({ isNew }) => isNew)).toHaveLength(1);
    const rows = (await inbox()).filter(({ event_id }) => event_id === event.id);
    expect(rows).toHaveLength(1);
    expect(await jobsFor(rows[0].id)).toBe(1);
  });

  it("keeps what is told of a connected account, signed by the endpoint for those", async () => {
    const payload = JSON.stringify(anEvent({ type: "account.updated", account: "acct_other", data: { object: { id: "acct_other", object: "account" } } }));
    const signature = Stripe.webhooks.generateTestHeaderString({ payload, secret: connectSecret });
    expect(await receiveStripeWebhook(Buffer.from(payload), signature, test)).toEqual({ isNew: true });
  });

  it("keeps the payload readable only for us, and only with the month's key", async () => {
    const event = anEvent();
    await receive(event);
    const row = (await inbox()).find(({ event_id }) => event_id === event.id);
    expect(row).toMatchObject({ status: "received", type: "invoice.paid", key_month: test.clock.now().toISOString().slice(0, 7) });
    expect(Buffer.from(row.payload_sealed).toString("latin1")).not.toContain("friend@example");
    const opened = await openInboxEvent(row.id, test);
    expect(JSON.parse(opened.payload?.toString("utf8") ?? "")).toEqual(event);
  });

  it("is never acknowledged when the database is gone", async () => {
    const gone = new PostgresDatabase("postgresql://nobody:x@127.0.0.1:1/none");
    const payload = JSON.stringify(anEvent());
    await expect(receiveStripeWebhook(Buffer.from(payload), sign(payload), { db: gone, clock: test.clock })).rejects.toThrow();
    await gone.close();
  });

  it("the event and its job are there together, or neither (I28)", async () => {
    const event = { provider: "stripe" as const, eventId: "evt_atomic", type: "invoice.paid", apiVersion: null, occurredAt: test.clock.now(), payload: Buffer.from("{}") };
    const broken = test.db.transaction("breaks", async (tx) => {
      await keepInboxEvent(event, { db: { transaction: (_name, work) => work(tx) }, clock: test.clock });
      throw new Error("after both");
    });
    await expect(broken).rejects.toThrow("after both");
    expect((await inbox()).some(({ event_id }) => event_id === "evt_atomic")).toBe(false);
  });
});

describe("an event of the inbox", () => {
  it("is ended by one of many", async () => {
    const event = anEvent();
    await receive(event);
    const { id } = (await inbox()).find(({ event_id }) => event_id === event.id);
    const ended = await Promise.all(
      Array.from({ length: 6 }, () => test.db.transaction("end", (tx) => markProcessed(tx, id, test.clock.now()))),
    );
    expect(ended.filter(Boolean)).toHaveLength(1);
    expect(await openInboxEvent(id, test)).toMatchObject({ waits: false });
  });

  it("loses its payload 90 days later, to the day, and its month's key after that (L8)", async () => {
    const event = anEvent();
    await receive(event);
    const { id } = (await inbox()).find(({ event_id }) => event_id === event.id);
    test.clock.advance({ days: 90 });
    await forgetPayloads(test);
    expect((await openInboxEvent(id, test)).payload).not.toBeNull();
    test.clock.advance({ seconds: 1 });
    expect(await forgetPayloads(test)).toBeGreaterThan(0);
    expect((await openInboxEvent(id, test)).payload).toBeNull();
    expect((await test.db.pool.query("select month from inbox_key")).rows).toHaveLength(1);
    test.clock.advance({ days: 30 });
    await forgetPayloads(test);
    expect((await test.db.pool.query("select month from inbox_key")).rows).toHaveLength(0);
    expect((await inbox()).find((row) => row.id === id).payload_hash).toMatch(/^[\w-]{43}$/);
  });
});
