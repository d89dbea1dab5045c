import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { queueMail } from "~/notices/queue-mail.server";
import { RESEND_EVENTS } from "~/notices/resend-event";
import { sendMail } from "~/notices/send-mail.server";
import { encrypt, keyFor } from "~/platform/secrets.server";
import { anOutcomeMail, aReader } from "~/testing/builders/notices";
import { testResend } from "~/testing/resend-sandbox";
import { testDatabase, type TestDatabase } from "~/testing/test-database";
import { receiveResendWebhook } from "./receive-resend-webhook.server";
import { takeInResendEvent } from "./take-in-resend-event.server";

const SECRET = `whsec_${Buffer.from("a secret of thirty-two bytes....").toString("base64")}`;
let test: TestDatabase;

beforeAll(async () => {
  test = await testDatabase();
  await keepSecret(SECRET);
});

const keepSecret = (secret: string) =>
  test.db.transaction("keep-secret", async (tx) => {
    const row = { endpointId: "wh_1", secretSealed: encrypt(secret, keyFor("provider-secret")), createdAt: test.clock.now() };
    await tx.providerConnection.upsert({ where: { provider: "resend" }, create: { provider: "resend", ...row }, update: row });
  });

let count = 0;
function signed(body: string, { id = `msg_${++count}`, at = new Date(), secret = SECRET, prefix = "svix" } = {}) {
  const signature = new Webhook(secret).sign(id, at, body);
  const names = { id, timestamp: String(Math.floor(at.getTime() / 1000)), signature };
  return new Headers(Object.entries(names).map(([name, value]): [string, string] => [`${prefix}-${name}`, value]));
}
const receive = (body: string, headers: Headers) => receiveResendWebhook(Buffer.from(body), headers, test);
const inbox = () => test.db.transaction("read", (tx) => tx.inboxEvent.findMany({ orderBy: { receivedAt: "asc" } }));
const mailRow = (id: string) => test.db.transaction("read", (tx) => tx.mail.findUniqueOrThrow({ where: { id } }));
const suppressed = () => test.db.transaction("read", (tx) => tx.suppression.findMany());

/** An event of a mail as the provider words it. */
function event(type: string, mail: { id: string; providerId: string; to?: string }, more: object = {}) {
  return JSON.stringify({
    type,
    created_at: "2026-11-24T09:00:00.000Z",
    data: { email_id: mail.providerId, to: [mail.to ?? "a@reader.example"], tags: { mail: mail.id }, ...more },
  });
}

/** Takes in everything that waits in the inbox, as the worker does. */
async function work() {
  for (const { id, status } of await inbox()) if (status === "received") await takeInResendEvent({ inboxEventId: id }, test);
}

async function aSentMail() {
  const reader = await aReader(test.db);
  const { mailId } = await queueMail(anOutcomeMail(reader.id), test);
  const providerId = `re-${mailId}`;
  await test.db.transaction("sent", (tx) => tx.mail.update({ where: { id: mailId }, data: { status: "sent", providerId, sentAt: test.clock.now() } }));
  return { id: mailId, providerId, to: reader.email as string, reader };
}

async function tell(...bodies: string[]) {
  for (const body of bodies) await receive(body, signed(body));
  await work();
}

describe("at the door (I27)", () => {
  const body = event("email.delivered", { id: "mai_x", providerId: "re_x" });

  it.each(["webhook", "svix"])("takes an event with %s headers in once", async (prefix) => {
    const headers = signed(body, { prefix });
    expect(await receive(body, headers)).toBe(true);
    expect(await receive(body, headers)).toBe(false);
    const rows = (await inbox()).filter(({ eventId }) => eventId === headers.get(`${prefix}-id`));
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ provider: "resend", type: "email.delivered", status: "received" });
    expect(Buffer.from(rows[0]!.payloadSealed as Uint8Array).toString("latin1")).not.toContain("reader.example");
  });

  const minutes = (n: number) => new Date(Date.now() + n * 60_000);
  it.each([
    ["unsigned", new Headers()],
    ["signed with another secret", signed(body, { secret: `whsec_${Buffer.alloc(24).toString("base64")}` })],
    ["altered", signed(`${body} `)],
    ["six minutes old", signed(body, { at: minutes(-6) })],
    ["six minutes early", signed(body, { at: minutes(6) })],
    ["with half of its headers", new Headers({ "svix-id": "msg_1", "svix-timestamp": "1" })],
  ])("refuses one that is %s, and keeps nothing", async (_how, headers) => {
    const before = (await inbox()).length;
    await expect(receive(body, headers)).rejects.toMatchObject({ code: "signature_invalid", status: 400 });
    expect(await inbox()).toHaveLength(before);
  });

  it.each(["[]", "{}", '{"type":"email.sent"}', '{"type":"email.sent","created_at":"soon","data":{}}', '{"type":5,"created_at":"2026-01-01","data":{}}'])(
    "refuses signed nonsense: %s",
    async (nonsense) => {
      await expect(receive(nonsense, signed(nonsense))).rejects.toMatchObject({ status: 422 });
    },
  );

  it("answers 5xx while no secret is known, so that it comes again", async () => {
    const other = await testDatabase();
    await expect(receiveResendWebhook(Buffer.from(body), signed(body), other)).rejects.toMatchObject({ status: 503 });
  });
});

describe("what it means for a mail", () => {
  it("raises the status in any order, and shows each event once", async () => {
    const mail = await aSentMail();
    await tell(event("email.delivered", mail), event("email.sent", mail), event("email.delivery_delayed", mail));
    expect(await mailRow(mail.id)).toMatchObject({ status: "delivered", finalAt: test.clock.now() });
    const events = await test.db.transaction("read", (tx) => tx.mailEvent.findMany({ where: { mailId: mail.id } }));
    expect(events.map(({ type }) => type).toSorted()).toEqual(["email.delivered", "email.delivery_delayed", "email.sent"]);
    for (const { id, status } of await inbox()) {
      expect(status).toBe("processed");
      await takeInResendEvent({ inboxEventId: id }, test);
    }
    expect(await test.db.transaction("read", (tx) => tx.mailEvent.count({ where: { mailId: mail.id } }))).toBe(3);
  });

  it("finds the mail by its tag before the answer to the call was written down", async () => {
    const reader = await aReader(test.db);
    const { mailId } = await queueMail(anOutcomeMail(reader.id), test);
    await tell(event("email.delivered", { id: mailId, providerId: "re_early" }));
    expect(await mailRow(mailId)).toMatchObject({ status: "delivered", providerId: "re_early" });
  });

  it("believes no tag against the provider's own id", async () => {
    const [mine, other] = [await aSentMail(), await aSentMail()];
    await tell(event("email.bounced", { ...mine, providerId: other.providerId }));
    expect((await mailRow(mine.id)).status).toBe("sent");
    expect((await mailRow(other.id)).status).toBe("bounced");
  });

  it("passes over mails of another sender on the same account", async () => {
    const before = await suppressed();
    await tell(event("email.complained", { id: "newsletter", providerId: "re_foreign" }));
    expect(await suppressed()).toEqual(before);
  });
});

describe("suppression (I31)", () => {
  it.each([
    ["email.bounced", { bounce: { type: "Permanent", subType: "General", message: "550 a@reader.example" } }, "bounce"],
    ["email.complained", {}, "complaint"],
    ["email.suppressed", { suppressed: { type: "OnAccountSuppressionList" } }, "provider"],
  ])("after %s nothing more goes to that address", async (type, more, reason) => {
    const mail = await aSentMail();
    await tell(event(type, mail, more));
    const next = await queueMail(anOutcomeMail(mail.reader.id), test);
    expect(await mailRow(next.mailId)).toMatchObject({ status: "suppressed", reason });
    const details = await test.db.transaction("read", (tx) => tx.mailEvent.findMany({ where: { mailId: mail.id } }));
    expect(JSON.stringify(details)).not.toContain("reader.example");
  });

  it("a full mailbox suppresses nobody", async () => {
    const mail = await aSentMail();
    await tell(event("email.bounced", mail, { bounce: { type: "Transient", subType: "MailboxFull" } }));
    expect((await mailRow(mail.id)).status).toBe("bounced");
    expect((await queueMail(anOutcomeMail(mail.reader.id), test)).status).toBe("queued");
  });

  it("follows the provider's own list", async () => {
    const reader = await aReader(test.db);
    const change = (type: string) => JSON.stringify({ type, created_at: "2026-11-24T09:00:00Z", data: { id: "s1", email: reader.email } });
    await tell(change("suppression.added"));
    expect((await queueMail(anOutcomeMail(reader.id), test)).status).toBe("suppressed");
    await tell(change("suppression.removed"));
    expect((await queueMail(anOutcomeMail(reader.id), test)).status).toBe("queued");
  });
});

describe("with the provider's stand-in", () => {
  it("a mail that bounces there ends as bounced here, and the next one stays away", async () => {
    const provider = await testResend();
    const server = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const headers = new Headers(request.headers as Record<string, string>);
      await receiveResendWebhook(Buffer.concat(chunks), headers, test).then(
        () => response.writeHead(200).end(),
        () => response.writeHead(400).end(),
      );
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    afterAll(() => void server.close());
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks/resend`;
    const { signing_secret } = await provider.gateway.createWebhook(url, RESEND_EVENTS);
    await keepSecret(signing_secret);
    await provider.control("POST", "/webhooks", { duplicate: 2, reorderMs: 20 });

    const reader = await aReader(test.db, { email: "bounced@reader.example" });
    const { mailId } = await queueMail(anOutcomeMail(reader.id), test);
    await sendMail({ mailId }, { ...test, gateway: provider.gateway });
    await expect
      .poll(async () => {
        await work();
        return (await mailRow(mailId)).status;
      })
      .toBe("bounced");
    expect((await queueMail(anOutcomeMail(reader.id), test)).status).toBe("suppressed");
  });
});
