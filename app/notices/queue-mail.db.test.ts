import { beforeAll, describe, expect, it } from "vitest";
import { anOutcomeMail, aReader, sampleValues } from "~/testing/builders/notices";
import { testDatabase, type TestDatabase } from "~/testing/test-database";
import { forgetRenderedMails } from "./forget-rendered-mails.server";
import { saveMailChoices } from "./mail-choices.server";
import type { MailRequest } from "./mail-values";
import { addSuppression } from "./recipient-store.server";
import { queueMail } from "./queue-mail.server";
import { readBody, unseal } from "./sealed-mail.server";

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});

const queue = (request: MailRequest) => queueMail(request, test);
const rowOf = (id: string) => test.db.transaction("read", (tx) => tx.mail.findUniqueOrThrow({ where: { id } }));
const rowsOf = (personId: string) =>
  test.db.transaction("read", (tx) => tx.mail.findMany({ where: { personId }, orderBy: { queuedAt: "asc" } }));
const said = async (id: string) => readBody(unseal((await rowOf(id)).bytesSealed as Uint8Array).body);
const signInCode = (personId: string, subjectId = "cod_1"): MailRequest => ({
  template: "sign_in_code", personId, subjectId, purpose: "portal",
  values: { code: "12345678", minutes: 10, path: "/sign-in/link/t" },
});

async function stop(personId: string) {
  await saveMailChoices({ personId, offered: ["outcome", "program"], wanted: [] }, test);
}

describe("queueing", () => {
  it("is one mail per template, subject, person and purpose, however often it is asked for (I29)", async () => {
    const reader = await aReader(test.db);
    const request = anOutcomeMail(reader.id);
    const answers = await Promise.all(Array.from({ length: 8 }, () => queue(request)));
    expect(new Set(answers.map(({ mailId }) => mailId)).size).toBe(1);
    expect(await rowsOf(reader.id)).toHaveLength(1);
    await queue({ ...request, purpose: "again" });
    expect(await rowsOf(reader.id)).toHaveLength(2);
  });

  it("goes with its cause: no mail when the story is undone", async () => {
    const reader = await aReader(test.db);
    const story = test.db.transaction("story", async (tx) => {
      await queueMail(anOutcomeMail(reader.id), { db: { transaction: (_name, work) => work(tx) }, clock: test.clock });
      throw new Error("undone");
    });
    await expect(story).rejects.toThrow("undone");
    expect(await rowsOf(reader.id)).toEqual([]);
  });

  it("is rendered in the reader's language and sealed", async () => {
    const reader = await aReader(test.db, { locale: "nl" });
    const { mailId } = await queue(anOutcomeMail(reader.id));
    const row = await rowOf(mailId);
    expect(row.locale).toBe("nl");
    expect(Buffer.from(row.bytesSealed as Uint8Array).toString("latin1")).not.toContain("rekening");
    expect(await said(mailId)).toMatchObject({ to: reader.email, subject: expect.stringContaining("van jou") });
  });

  it("goes to another address only when told, and only to one", async () => {
    const reader = await aReader(test.db);
    const values = sampleValues.email_change_requested[1]!;
    const request = { template: "email_change_requested" as const, personId: reader.id, subjectId: "e1", purpose: "new", values };
    const { mailId } = await queue({ ...request, to: "new@reader.example" });
    expect((await said(mailId)).to).toBe("new@reader.example");
    await expect(queue({ ...request, purpose: "n2", to: "a@b.example\r\nBcc: c@d.example" })).rejects.toThrow("header refused");
  });
});

describe("what nobody wants is not queued (I31)", () => {
  it("for an address that bounced; security mails still go", async () => {
    const reader = await aReader(test.db);
    await test.db.transaction("s", (tx) => addSuppression(tx, reader.email!.toUpperCase(), "bounce", test.clock.now()));
    const { mailId, status } = await queue(anOutcomeMail(reader.id));
    expect(status).toBe("suppressed");
    expect(await rowOf(mailId)).toMatchObject({ reason: "bounce", bytesSealed: null });
    expect((await queue(signInCode(reader.id))).status).toBe("queued");
  });

  it("for somebody who stopped that kind", async () => {
    const reader = await aReader(test.db);
    await stop(reader.id);
    const { mailId } = await queue(anOutcomeMail(reader.id));
    expect(await rowOf(mailId)).toMatchObject({ status: "skipped", reason: "opted_out" });
    expect((await queue(signInCode(reader.id))).status).toBe("queued");
  });

  it("for an address that no mail can carry: the story goes on without it", async () => {
    const reader = await aReader(test.db, { email: "two@a.example, three@b.example" });
    const { mailId } = await queue(anOutcomeMail(reader.id));
    expect(await rowOf(mailId)).toMatchObject({ status: "skipped", reason: "no_address" });
  });

  it("for somebody who was forgotten", async () => {
    const reader = await aReader(test.db);
    await test.db.transaction("e", (tx) => tx.person.update({ where: { id: reader.id }, data: { email: null, emailHash: null } }));
    const { mailId } = await queue(anOutcomeMail(reader.id));
    expect(await rowOf(mailId)).toMatchObject({ status: "skipped", reason: "no_address" });
  });
});

describe("the week's mails", () => {
  it("go at once twice; the third waits for the week to be over", async () => {
    const reader = await aReader(test.db);
    const start = test.clock.now();
    await queue(anOutcomeMail(reader.id));
    test.clock.advance({ days: 1 });
    await queue(anOutcomeMail(reader.id));
    test.clock.advance({ days: 1 });
    const third = await queue(anOutcomeMail(reader.id));
    expect(third.status).toBe("queued");
    expect((await rowOf(third.mailId)).notBefore).toEqual(new Date(start.getTime() + 7 * 86_400_000));
  });

  it("bring everything beyond them in one mail, and drop nothing", async () => {
    const reader = await aReader(test.db);
    const queued = [];
    for (let i = 0; i < 6; i++) queued.push(await queue(anOutcomeMail(reader.id)));
    expect(queued.map(({ status }) => status)).toEqual(["queued", "queued", "queued", "bundled", "bundled", "bundled"]);
    const rows = await rowsOf(reader.id);
    const [bundle, ...others] = rows.filter(({ template }) => template === "bundle");
    expect(others).toEqual([]);
    expect(bundle).toMatchObject({ status: "queued", kind: "outcome" });
    const inside = rows.filter(({ bundleId }) => bundleId === bundle!.id);
    expect(inside.map(({ id }) => id).toSorted()).toEqual(queued.slice(2).map(({ mailId }) => mailId).toSorted());
    for (const member of inside) expect(member.status).toBe("bundled");
    const { subject, text } = await said(bundle!.id);
    expect(subject).toBe("4 pieces of news about your recommendations");
    expect(text.split("€10.00 is yours: it comes off your next bill")).toHaveLength(5);
  });

  it("hold under many outcomes at the same moment", async () => {
    const reader = await aReader(test.db);
    await Promise.all(Array.from({ length: 12 }, () => queue(anOutcomeMail(reader.id))));
    const rows = await rowsOf(reader.id);
    const now = test.clock.now();
    expect(rows.filter(({ status, notBefore }) => status === "queued" && notBefore <= now)).toHaveLength(2);
    const [bundle] = rows.filter(({ template }) => template === "bundle");
    expect(rows.filter(({ bundleId }) => bundleId === bundle!.id)).toHaveLength(10);
  });

  it("never hold back a code or a promised answer, which take no place either", async () => {
    const reader = await aReader(test.db);
    for (let i = 0; i < 4; i++) await queue(anOutcomeMail(reader.id));
    const now = test.clock.now();
    const code = await queue(signInCode(reader.id));
    const values = sampleValues.appeal_answered[0]!;
    const answer = await queue({ template: "appeal_answered", personId: reader.id, subjectId: "apl_1", purpose: "answered", values });
    expect((await rowOf(code.mailId)).notBefore).toEqual(now);
    expect((await rowOf(answer.mailId)).notBefore).toEqual(now);
    const fresh = await aReader(test.db);
    for (let i = 0; i < 5; i++) await queue(signInCode(fresh.id, `cod_${i}`));
    expect((await queue(anOutcomeMail(fresh.id))).status).toBe("queued");
  });

  it("leave news about the program out once they are full", async () => {
    const reader = await aReader(test.db);
    for (let i = 0; i < 2; i++) await queue(anOutcomeMail(reader.id));
    const values = sampleValues.welcome[0]!;
    const { mailId } = await queue({ template: "welcome", personId: reader.id, subjectId: "chp_1", purpose: "joined", values });
    expect(await rowOf(mailId)).toMatchObject({ status: "skipped", reason: "weekly_cap" });
  });
});

describe("forgetting", () => {
  it("takes the words 48 hours after the end, with those that went inside, and keeps the hash", async () => {
    const reader = await aReader(test.db);
    const queued = [];
    for (let i = 0; i < 4; i++) queued.push(await queue(anOutcomeMail(reader.id)));
    const [first, , , fourth] = queued;
    const { bundleId } = await rowOf(fourth!.mailId);
    await test.db.transaction("end", (tx) =>
      tx.mail.updateMany({ where: { id: { in: [first!.mailId, bundleId!] } }, data: { status: "delivered", finalAt: test.clock.now() } }),
    );
    test.clock.advance({ hours: 48 });
    await forgetRenderedMails(test);
    expect((await rowOf(first!.mailId)).bytesSealed).not.toBeNull();
    test.clock.advance({ seconds: 1 });
    await forgetRenderedMails(test);
    for (const id of [first!.mailId, bundleId!, fourth!.mailId]) {
      const row = await rowOf(id);
      expect(row.bytesSealed).toBeNull();
      expect(row.bytesHash).toHaveLength(43);
    }
    expect((await rowOf(queued[1]!.mailId)).bytesSealed).not.toBeNull();
  });
});
