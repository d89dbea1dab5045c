import { beforeAll, expect, it } from "vitest";
import { aStaffMember } from "~/testing/builders/identity";
import { aReward, aRewardedChampion } from "~/testing/builders/rewards";
import { testResend } from "~/testing/resend-sandbox";
import { testDatabase, type TestDatabase } from "~/testing/test-database";
import { sendMail } from "~/notices/send-mail.server";
import { addWebhook } from "./add-webhook.server";
import { sendStaffDigest } from "./staff-digest.server";
import { sendTestMail } from "./send-test-mail.server";

let test: TestDatabase;
let provider: Awaited<ReturnType<typeof testResend>>;
beforeAll(async () => {
  test = await testDatabase();
  provider = await testResend();
});

const digests = () =>
  test.db.transaction("read", (tx) => tx.mail.findMany({ where: { template: "staff_digest" }, orderBy: { queuedAt: "asc" } }));
const at = (time: string) => {
  test.clock.set(time);
  return sendStaffDigest(test);
};
const send = (mailId: string) => sendMail({ mailId }, { ...test, gateway: provider.gateway });

it("tells each of the deciding staff once a day what waits and what was promised by when", async () => {
  test.clock.set("2026-11-02T09:00:00Z");
  const owner = await aStaffMember(test, { roles: ["owner"] });
  const approver = await aStaffMember(test, { roles: ["approver"] });
  await aStaffMember(test, { roles: ["marketer"] });
  const former = await aStaffMember(test, { roles: ["approver"] });
  await test.db.transaction("leave", (tx) => tx.staffMember.update({ where: { personId: former.id }, data: { disabledAt: new Date(0) } }));

  const champion = await aRewardedChampion(test);
  expect(await at("2026-11-03T07:30:00Z")).toBe(0);

  const asks = { trust: { outcome: "flag" as const, reason: "in_review" } };
  const first = await aReward(test, champion, asks);
  test.clock.set("2026-11-05T12:00:00Z");
  await aReward(test, champion, asks);
  await test.db.transaction("apply", (tx) =>
    tx.champion.create({
      data: {
        id: "chp_applicant", personId: owner.id, programId: champion.program.id, status: "applied", displayName: "Bea",
        appliedAt: test.clock.now(), answerBy: new Date("2026-11-10T16:00:00Z"),
      },
    }),
  );
  expect(await at("2026-11-06T07:29:00Z")).toBe(0);
  expect(await at("2026-11-06T07:30:00Z")).toBe(2);
  await at("2026-11-06T07:40:00Z");
  const queued = await digests();
  expect(queued.map(({ personId }) => personId).toSorted()).toEqual([approver.id, owner.id].toSorted());
  for (const { id } of queued) await send(id);
  const [mail] = await provider.mails();
  expect(mail?.subject).toBe("3 decisions wait, the first by Tuesday 10 November at 17:00");
  expect(mail?.text).toContain("2 rewards, one application, no appeals and no questions wait for a person.");
  expect(mail?.text).toContain("- Application of Bea, promised by Tuesday 10 November at 17:00\n  http://localhost:3000/desk/applications");
  expect(mail?.text).toContain(`http://localhost:3000/desk/decide/${first.id}.`);
  expect(mail?.headers["List-Unsubscribe-Post"]).toBe("List-Unsubscribe=One-Click");

  expect(await at("2026-11-07T09:00:00Z")).toBe(0);
  expect(await at("2026-11-11T09:00:00Z")).toBe(2);
  const [, , late] = await digests();
  await send(late!.id);
  const [second] = await provider.mails();
  expect(second?.subject).toBe("One promise is late, 3 decisions wait");
  expect(second?.text.indexOf("Promised and late\n- Application of Bea")).toBeGreaterThan(0);
  expect(second?.text.indexOf("Promised next")).toBeGreaterThan(second!.text.indexOf("Promised and late"));
});

it("a test mail goes out once a minute and is kept in the trail", async () => {
  const owner = await aStaffMember(test, { roles: ["owner"] });
  test.clock.set("2026-11-12T09:00:10Z");
  const first = await sendTestMail({ personId: owner.id }, test);
  const twice = await sendTestMail({ personId: owner.id }, test);
  expect(twice.mailId).toBe(first.mailId);
  test.clock.advance({ minutes: 1 });
  expect((await sendTestMail({ personId: owner.id }, test)).mailId).not.toBe(first.mailId);
  await send(first.mailId);
  expect((await provider.mails())[0]).toMatchObject({ to: [owner.email], subject: "It works: a test mail from Vouch" });
  const trail = await test.db.transaction("read", (tx) => tx.auditEntry.findMany({ where: { object: first.mailId } }));
  expect(trail[0]).toMatchObject({ by: `person:${owner.id}`, action: "mail.tested" });
});

it("tells owners which webhooks do not arrive, also when nothing else waits", async () => {
  const owner = await aStaffMember(test, { roles: ["owner"] });
  const approver = await aStaffMember(test, { roles: ["approver"] });
  await test.db.pool.query("update reward set status = 'rejected'; update champion set status = 'active' where status = 'applied'");
  const listen = async (host: string) =>
    (await addWebhook({ url: `https://${host}/hear`, description: null, types: ["reward.approved"], by: `person:${owner.id}` }, test)).id;
  const [deaf, gone] = [await listen("deaf.example.com"), await listen("gone.example.com")];
  await listen("hears.example.com");
  await test.db.pool.query("update webhook_endpoint set failing_since = '2026-11-15T10:00:00Z' where id = any($1)", [[deaf, gone]]);
  await test.db.pool.query("update webhook_endpoint set switched_off_at = now(), switched_off_because = 'gone' where id = $1", [gone]);
  await at("2026-11-17T07:30:00Z");
  const today = (await digests()).filter(({ subjectId }) => subjectId === "2026-11-17");
  expect(today.map(({ personId }) => personId)).toContain(owner.id);
  expect(today.map(({ personId }) => personId)).not.toContain(approver.id);
  await send(today.find(({ personId }) => personId === owner.id)!.id);
  const [mail] = await provider.mails();
  expect(mail?.subject).toBe("A webhook endpoint hears nothing");
  expect(mail?.text).toContain(`- deaf.example.com: nothing arrived since Sunday 15 November at 11:00\n  http://localhost:3000/desk/settings/webhooks/${deaf}`);
  expect(mail?.text).not.toContain("gone.example.com");
});
