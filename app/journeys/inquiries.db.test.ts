import { beforeAll, describe, expect, it } from "vitest";
import { listMailsAbout } from "~/notices/list-mails-about.server";
import { readBody, unseal } from "~/notices/sealed-mail.server";
import { addBusinessDays } from "~/programs/business-calendar";
import { getOwnInquiry } from "~/rewards/get-own-inquiry.server";
import { listOpenInquiries } from "~/rewards/list-open-inquiries.server";
import { aReward, aRewardedChampion } from "~/testing/builders/rewards";
import { TestClock } from "~/testing/test-clock";
import { testDatabase, type TestDatabase } from "~/testing/test-database";
import { answerTheDesk } from "./answer-the-desk.server";
import { approveRewards } from "./approve-rewards.server";
import { askTheChampion } from "./ask-the-champion.server";
import { returnUnanswered } from "./return-unanswered.server";
import { tellLatePromises } from "./tell-late-promises.server";

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});

const ADMIN = "person:psn_admin";
const DAY_MS = 86_400_000;
const read = <T>(work: Parameters<typeof test.db.transaction<T>>[1]) => test.db.transaction("read", work);
const at = (moment: Date) => ({ db: test.db, clock: new TestClock(moment.toISOString()) });
const daysOn = (days: number) => new Date(test.clock.now().getTime() + days * DAY_MS);
const rewardOf = (id: string) => read((tx) => tx.reward.findUniqueOrThrow({ where: { id } }));

/** A reward a rule doubts, and what asking about it takes. */
async function aCase(outcome: "flag" | "hold" | "pass" = "hold") {
  const owner = await aRewardedChampion(test);
  const reward = await aReward(test, owner, { trust: { outcome, reason: null } });
  const ask = { rewardId: reward.id, expectedVersion: reward.version, topic: "sharing" as const, question: "Where do you share your link?", by: ADMIN };
  const own = { rewardId: reward.id, championId: owner.champion.id };
  const answer = { ...own, personId: owner.person.id, answer: "In the app group of our street." };
  return { owner, reward, ask, own, answer };
}

describe("asking the champion (W14)", () => {
  it("moves the promised hour behind the seven days of the answer, and mails both hours with the question", async () => {
    const { owner, reward, ask, own } = await aCase();
    await askTheChampion(ask, test);
    const answerUntil = daysOn(7);
    const latest = addBusinessDays(owner.calendar, answerUntil, 2);
    const decideBy = latest > reward.decideBy ? latest : reward.decideBy;
    expect(await rewardOf(reward.id)).toMatchObject({ status: "held", reason: "question_open", needsPerson: true, decideBy });
    expect(await getOwnInquiry(own, test)).toMatchObject({ question: ask.question, answerUntil, decideBy, mayAnswer: true });
    expect(await listOpenInquiries(owner.champion.id, test)).toEqual([{ rewardId: reward.id, decideBy }]);
    const mail = await read((tx) => tx.mail.findFirstOrThrow({ where: { personId: owner.person.id, template: "inquiry" } }));
    const { text } = readBody(unseal(mail.bytesSealed as Uint8Array<ArrayBuffer>).body);
    expect(text).toContain("Where do you share your link?");
    expect(text).toContain(`/rewards/${reward.id}/question`);
    expect(await listMailsAbout([mail.subjectId], test)).toHaveLength(1);
  });

  it("is done once per reward, however many ask at once", async () => {
    const { owner, ask } = await aCase();
    const asked = await Promise.allSettled(Array.from({ length: 6 }, () => askTheChampion(ask, test)));
    expect(asked.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await read((tx) => tx.mail.count({ where: { personId: owner.person.id, template: "inquiry" } }))).toBe(1);
    const { version } = await rewardOf(ask.rewardId);
    await expect(askTheChampion({ ...ask, expectedVersion: version }, test)).rejects.toMatchObject({ code: "asked_before", status: 409 });
  });

  it("is refused about one's own reward, about what changed or is decided, and with anybody's address", async () => {
    const { owner, reward, ask } = await aCase();
    await expect(askTheChampion({ ...ask, by: `person:${owner.person.id}` }, test)).rejects.toMatchObject({ status: 403 });
    await expect(askTheChampion({ ...ask, expectedVersion: 9 }, test)).rejects.toMatchObject({ code: "reward_changed" });
    await expect(askTheChampion({ ...ask, topic: "own", question: "Is it bea@mail.example?" }, test)).rejects.toMatchObject({ code: "address_in_note", status: 422 });
    await approveRewards({ items: [{ rewardId: reward.id, version: reward.version }], by: ADMIN }, test);
    const { version } = await rewardOf(reward.id);
    await expect(askTheChampion({ ...ask, expectedVersion: version }, test)).rejects.toMatchObject({ code: "reward_step_refused" });
    expect(await read((tx) => tx.inquiry.count({ where: { rewardId: reward.id } }))).toBe(0);
  });

  it("makes a person decide what would have been approved by itself", async () => {
    const { reward, ask } = await aCase("pass");
    expect(reward.needsPerson).toBe(false);
    await askTheChampion(ask, test);
    expect(await rewardOf(reward.id)).toMatchObject({ needsPerson: true, reason: "question_open" });
  });
});

describe("the champion's answer", () => {
  it("counts once, brings the hour near, and is nobody else's", async () => {
    const { owner, reward, ask, own, answer } = await aCase();
    const other = await aCase();
    await askTheChampion(ask, test);
    await expect(answerTheDesk({ ...answer, championId: other.own.championId }, test)).rejects.toMatchObject({ status: 404 });
    await expect(getOwnInquiry(other.own, test)).rejects.toMatchObject({ status: 404 });
    await expect(answerTheDesk({ ...answer, answer: "Ask bea@mail.example yourself." }, test)).rejects.toMatchObject({ code: "address_in_note" });
    const later = at(daysOn(2));
    await Promise.all(Array.from({ length: 4 }, () => answerTheDesk(answer, later)));
    const near = addBusinessDays(owner.calendar, daysOn(2), 2);
    expect(await rewardOf(reward.id)).toMatchObject({ reason: "question_answered", decideBy: near, version: reward.version + 2 });
    expect(await getOwnInquiry(own, test)).toMatchObject({ answer: answer.answer, answeredAt: daysOn(2), mayAnswer: false });
    await expect(answerTheDesk({ ...answer, answer: "Something else altogether." }, later)).rejects.toMatchObject({ code: "inquiry_answered", status: 409 });
    expect(await listOpenInquiries(owner.champion.id, test)).toEqual([]);
    const { rows } = await test.db.pool.query("select action from audit_entry where object = $1 order by recorded_at", [reward.id]);
    expect(rows.map(({ action }) => action)).toEqual(["inquiry.asked", "inquiry.answered"]);
  });

  it("comes too late once it is decided", async () => {
    const { reward, ask, answer } = await aCase();
    await askTheChampion(ask, test);
    await approveRewards({ items: [{ rewardId: reward.id, version: reward.version + 1 }], by: ADMIN }, test);
    await expect(answerTheDesk(answer, test)).rejects.toMatchObject({ code: "inquiry_closed", status: 409 });
  });
});

describe("no answer within seven days", () => {
  it("puts the case before a person by the next business day, once, and still takes an answer", async () => {
    const { owner, reward, ask, answer } = await aCase();
    await askTheChampion(ask, test);
    await returnUnanswered(at(daysOn(6.99)));
    expect(await rewardOf(reward.id)).toMatchObject({ reason: "question_open" });
    await Promise.all([returnUnanswered(at(daysOn(7))), returnUnanswered(at(daysOn(7)))]);
    const decideBy = addBusinessDays(owner.calendar, daysOn(7), 1);
    expect(await rewardOf(reward.id)).toMatchObject({ reason: "question_unanswered", decideBy, version: reward.version + 2 });
    await answerTheDesk(answer, at(daysOn(7.5)));
    expect(await rewardOf(reward.id)).toMatchObject({ reason: "question_answered" });
  });

  it("leaves alone what was decided, and what is late after that is told as ever (W21)", async () => {
    const [decided, open] = [await aCase(), await aCase()];
    for (const { ask } of [decided, open]) await askTheChampion(ask, test);
    await approveRewards({ items: [{ rewardId: decided.reward.id, version: decided.reward.version + 1 }], by: ADMIN }, test);
    await returnUnanswered(at(daysOn(8)));
    expect((await rewardOf(decided.reward.id)).version).toBe(decided.reward.version + 2);
    const { decideBy } = await rewardOf(open.reward.id);
    await tellLatePromises(at(new Date(decideBy.getTime() - 60_000)));
    expect(await read((tx) => tx.mail.count({ where: { personId: open.owner.person.id, template: "promise_late" } }))).toBe(1);
  });
});
