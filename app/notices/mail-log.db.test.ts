import { beforeAll, describe, expect, it } from "vitest";
import { anOutcomeMail, aReader, sampleValues } from "~/testing/builders/notices";
import { testResend } from "~/testing/resend-sandbox";
import { testDatabase, type TestDatabase } from "~/testing/test-database";
import { forgetRenderedMails } from "./forget-rendered-mails.server";
import { getMail } from "./get-mail.server";
import { listMails } from "./list-mails.server";
import { readMailFilter } from "./mail-log";
import { queueMailAgain } from "./queue-mail-again.server";
import { queueMail } from "./queue-mail.server";
import { sendMail } from "./send-mail.server";

let test: TestDatabase;
let provider: Awaited<ReturnType<typeof testResend>>;
beforeAll(async () => {
  test = await testDatabase();
  provider = await testResend();
});

const send = (mailId: string) => sendMail({ mailId }, { ...test, gateway: provider.gateway });
const list = async (search: string, page = 1) => {
  const filter = readMailFilter(new URLSearchParams(search));
  return listMails({ filter, page, zone: "Europe/Amsterdam" }, test);
};
const code = (personId: string) =>
  queueMail({ template: "sign_in_code", personId, subjectId: "c", purpose: "portal", values: sampleValues.sign_in_code[0]! }, test);

describe("the send log", () => {
  it("is found by a part of name or address, status, template and day", async () => {
    const anna = await aReader(test.db, { email: "Anna.Smit@reader.example" });
    const bram = await aReader(test.db, { email: "bram@reader.example" });
    test.clock.set("2026-11-10T22:59:00Z");
    const first = await queueMail(anOutcomeMail(anna.id), test);
    test.clock.set("2026-11-10T23:00:00Z");
    const second = await queueMail(anOutcomeMail(bram.id), test);
    await send(second.mailId);
    const third = await code(bram.id);
    const ids = async (search: string) => (await list(search)).mails.map(({ id }) => id).toSorted();
    expect(await ids("person=aNNa.s")).toEqual([first.mailId]);
    expect(await ids("person=nobody")).toEqual([]);
    expect(await ids("status=sent")).toEqual([second.mailId]);
    expect(await ids("template=sign_in_code&person=bram")).toEqual([third.mailId]);
    // Midnight in Amsterdam is 23:00 UTC.
    expect(await ids("until=2026-11-10")).toEqual([first.mailId]);
    expect(await ids("from=2026-11-11")).toEqual([second.mailId, third.mailId].toSorted());
    expect((await ids("status=nonsense&template=__proto__&from=2026-99-99")).length).toBe(3);
    const [newest] = (await list("person=bram")).mails;
    expect(newest?.to.email).toBe("bram@reader.example");
  });

  it("has pages", async () => {
    const reader = await aReader(test.db, { email: "pages@reader.example" });
    for (let i = 0; i < 51; i++) {
      test.clock.advance({ days: 7 });
      await queueMail(anOutcomeMail(reader.id), test);
    }
    const first = await list("person=pages@");
    expect(first).toMatchObject({ total: 51, pages: 2 });
    expect(first.mails).toHaveLength(50);
    expect((await list("person=pages@", 2)).mails).toHaveLength(1);
  });
});

describe("one mail", () => {
  it("shows its words without the link that would act for its reader, until they are forgotten", async () => {
    const reader = await aReader(test.db);
    const { mailId } = await queueMail(anOutcomeMail(reader.id), test);
    const { words } = await getMail(mailId, test);
    expect(words).toMatchObject({ subject: expect.stringContaining("€10.00"), text: expect.stringContaining("/mail/stop/…") });
    expect((words as { text: string }).text).not.toMatch(/mail\/stop\/\w/);
    await test.db.transaction("end", (tx) => tx.mail.update({ where: { id: mailId }, data: { status: "delivered", finalAt: test.clock.now() } }));
    test.clock.advance({ hours: 49 });
    await forgetRenderedMails(test);
    expect(await getMail(mailId, test)).toMatchObject({ words: "forgotten", repeatable: false });
    await expect(queueMailAgain({ mailId }, test)).rejects.toMatchObject({ code: "mail_not_repeatable" });
  });

  it("never shows or repeats a code", async () => {
    const reader = await aReader(test.db);
    const { mailId } = await code(reader.id);
    await send(mailId);
    expect(await getMail(mailId, test)).toMatchObject({ words: "secret", repeatable: false });
    await expect(queueMailAgain({ mailId }, test)).rejects.toMatchObject({ code: "mail_not_repeatable" });
    await expect(getMail("mai_none", test)).rejects.toMatchObject({ status: 404 });
  });

  it("is settled by a person when nobody can tell what became of it (I30)", async () => {
    const reader = await aReader(test.db);
    const { mailId } = await queueMail(anOutcomeMail(reader.id), test);
    await test.db.transaction("doubt", (tx) => tx.mail.update({ where: { id: mailId }, data: { status: "unknown", firstTriedAt: new Date(0) } }));
    const again = await queueMailAgain({ mailId }, test);
    expect(await getMail(mailId, test)).toMatchObject({ status: "failed", reason: "settled_by_person" });
    await send(mailId);
    await send(again.mailId);
    expect(await provider.acceptances(mailId)).toBe(0);
    expect(await provider.acceptances(again.mailId)).toBe(1);
  });

  it("goes out a second time when somebody asks, once per asking, to the present address", async () => {
    const reader = await aReader(test.db);
    const { mailId } = await queueMail(anOutcomeMail(reader.id), test);
    await expect(queueMailAgain({ mailId }, test)).rejects.toMatchObject({ code: "mail_not_repeatable" });
    await send(mailId);
    await test.db.transaction("move", (tx) => tx.person.update({ where: { id: reader.id }, data: { email: "moved@reader.example" } }));
    const [again, twice] = await Promise.all([queueMailAgain({ mailId }, test), queueMailAgain({ mailId }, test)]);
    expect(again.mailId).toBe(twice.mailId);
    await send(again.mailId);
    expect(await provider.acceptances(mailId)).toBe(1);
    expect(await provider.acceptances(again.mailId)).toBe(1);
    const [sent] = await provider.mails();
    expect(sent).toMatchObject({ to: ["moved@reader.example"], headers: { "X-Entity-Ref-ID": again.mailId } });
  });
});
