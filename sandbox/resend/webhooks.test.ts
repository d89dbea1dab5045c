import { Webhook } from "standardwebhooks";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { EMAIL_EVENT_TYPES, type Switches } from "./entries";
import published from "./published-answers.json";
import { MAIL, testSandbox, webhookReceiver, type TestSandbox } from "./test-sandbox";

async function subscribed(switches: Partial<Switches> = {}) {
  const sandbox = await testSandbox();
  const receiver = await webhookReceiver();
  await sandbox.control("POST", "/webhooks", switches);
  const { data } = await sandbox.resend.webhooks.create({
    endpoint: receiver.url,
    events: [...EMAIL_EVENT_TYPES],
  });
  return { ...sandbox, receiver, secret: data?.signing_secret ?? "" };
}

const pending = async (sandbox: Pick<TestSandbox, "control">) =>
  (await sandbox.control<{ pending: number }>("GET", "/webhooks")).pending;

describe("webhooks", () => {
  test("a mail is reported sent and delivered, signed in the Standard Webhooks form", async () => {
    const { resend, receiver, secret } = await subscribed();
    const tags = [{ name: "kind", value: "code" }];
    const { data } = await resend.emails.send({ ...MAIL, tags, headers: { "X-Kind": "code" } });
    await expect.poll(() => receiver.types().toSorted()).toEqual(["email.delivered", "email.sent"]);
    for (const { headers, body, event } of receiver.received) {
      expect(new Webhook(secret).verify(body, headers as Record<string, string>)).toEqual(event);
      const svix = {
        id: headers["svix-id"],
        timestamp: headers["svix-timestamp"],
        signature: headers["svix-signature"],
      };
      const verified = resend.webhooks.verify({
        payload: body,
        headers: z.object({ id: z.string(), timestamp: z.string(), signature: z.string() }).parse(svix),
        webhookSecret: secret,
      });
      expect(verified.type).toBe(event.type);
      expect(event.data).toMatchObject({ email_id: data?.id, to: [MAIL.to], tags: { kind: "code" } });
      expect(() => new Webhook(secret).verify(`${body} `, headers as Record<string, string>)).toThrow();
    }
  });

  test.each([
    ["bounced@resend.dev", ["email.bounced", "email.sent"]],
    ["bounced+label@resend.dev", ["email.bounced", "email.sent"]],
    ["bounce@shop.example", ["email.bounced", "email.sent"]],
    ["complain@shop.example", ["email.complained", "email.delivered", "email.sent"]],
    ["suppressed@resend.dev", ["email.suppressed"]],
    ["delayed@shop.example", ["email.delivered", "email.delivery_delayed", "email.sent"]],
    ["failed@shop.example", ["email.failed"]],
  ])("%s plays its part", async (to, types) => {
    const sandbox = await subscribed();
    await sandbox.resend.emails.send({ ...MAIL, to });
    await expect.poll(() => sandbox.receiver.types().toSorted()).toEqual(types);
    await expect.poll(() => pending(sandbox)).toBe(0);
    expect(sandbox.receiver.received).toHaveLength(types.length);
  });

  test("every kind of event fits the published schema", async () => {
    const { resend, receiver, control } = await subscribed();
    const to = ["bounced", "complained", "suppressed", "delayed", "failed", "ann"].map(
      (name) => `${name}@resend.dev`
    );
    const { data } = await resend.emails.send({ ...MAIL, to });
    await control("POST", "/events", { emailId: data?.id, type: "email.opened" });
    const seen = () => [...new Set(receiver.types())].toSorted();
    const expected = EMAIL_EVENT_TYPES.filter((type) => type !== "email.clicked").toSorted();
    await expect.poll(seen).toEqual(expected);
    for (const { event } of receiver.received) {
      const words = event.type.slice("email.".length).split("_");
      const name = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
      const source = { $ref: `#/$defs/Email${name}Event`, $defs: published.$defs };
      z.fromJSONSchema(source as Parameters<typeof z.fromJSONSchema>[0]).parse(event);
    }
  });

  test("is tried again after the waits, under the same id, and then given up until somebody sends it again", async () => {
    const sandbox = await subscribed({ retryMs: [1, 1] });
    sandbox.receiver.status = 500;
    await sandbox.resend.emails.send({ ...MAIL, to: "failed@shop.example" });
    await expect.poll(() => pending(sandbox)).toBe(0);
    expect(sandbox.receiver.received).toHaveLength(3);
    expect(new Set(sandbox.receiver.received.map((one) => one.headers["webhook-id"])).size).toBe(1);
    const { deliveries } = await sandbox.control<{ deliveries: { id: string; state: string }[] }>(
      "GET",
      "/webhooks"
    );
    expect(deliveries).toMatchObject([{ state: "failed" }]);
    sandbox.receiver.status = 204;
    await sandbox.control("POST", `/deliveries/${deliveries[0]?.id}/resend`, {});
    await expect.poll(() => sandbox.receiver.received.length).toBe(4);
    await expect.poll(() => pending(sandbox)).toBe(0);
  });

  test("a redirect is not followed and counts as failed", async () => {
    const sandbox = await subscribed({ retryMs: [] });
    sandbox.receiver.status = 307;
    await sandbox.resend.emails.send({ ...MAIL, to: "failed@shop.example" });
    await expect.poll(() => pending(sandbox)).toBe(0);
    expect(sandbox.receiver.received).toHaveLength(1);
    expect(await sandbox.control("GET", "/webhooks")).toMatchObject({ deliveries: [{ state: "failed" }] });
  });

  test("pending deliveries survive a restart", async () => {
    const sandbox = await subscribed({ paused: true });
    await sandbox.resend.emails.send(MAIL);
    await expect.poll(() => pending(sandbox)).toBe(2);
    const again = await sandbox.restart();
    expect(await pending(again)).toBe(2);
    expect(sandbox.receiver.received).toHaveLength(0);
    await again.control("POST", "/webhooks", { paused: false });
    await expect.poll(() => sandbox.receiver.types().toSorted()).toEqual(["email.delivered", "email.sent"]);
  });

  test("copies carry the same id", async () => {
    const sandbox = await subscribed({ duplicate: 2 });
    await sandbox.resend.emails.send({ ...MAIL, to: "failed@shop.example" });
    await expect.poll(() => sandbox.receiver.received.length).toBe(3);
    expect(new Set(sandbox.receiver.received.map((one) => one.headers["webhook-id"])).size).toBe(1);
  });

  test("reordered, delivered arrives before sent", async () => {
    const sandbox = await subscribed({ reorderMs: 150 });
    await sandbox.resend.emails.send(MAIL);
    await expect.poll(() => sandbox.receiver.types()).toEqual(["email.delivered", "email.sent"]);
  });

  test("delayed, nothing arrives before its time", async () => {
    const sandbox = await subscribed({ delayMs: 200 });
    const before = Date.now();
    await sandbox.resend.emails.send({ ...MAIL, to: "failed@shop.example" });
    await expect.poll(() => sandbox.receiver.received.length).toBe(1);
    expect(Date.now() - before).toBeGreaterThanOrEqual(200);
  });

  test("goes only to those who asked for the event and are enabled", async () => {
    const sandbox = await subscribed();
    const other = await webhookReceiver();
    await sandbox.resend.webhooks.create({ endpoint: other.url, events: ["email.bounced"] });
    const off = await sandbox.resend.webhooks.create({ endpoint: other.url, events: ["email.sent"] });
    await sandbox.call("PATCH", `/webhooks/${off.data?.id}`, { status: "disabled" });
    await sandbox.resend.emails.send(MAIL);
    await expect.poll(() => sandbox.receiver.received.length).toBe(2);
    await expect.poll(() => pending(sandbox)).toBe(0);
    expect(other.received).toHaveLength(0);
  });
});
