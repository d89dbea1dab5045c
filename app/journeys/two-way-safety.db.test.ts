import { beforeAll, describe, expect, it } from "vitest";
import { listMailsTo } from "~/notices/list-mails-to.server";
import { sendMail } from "~/notices/send-mail.server";
import { localDay } from "~/programs/business-calendar";
import type { LiveProgram } from "~/programs/program";
import { getChampionReward } from "~/rewards/get-champion-reward.server";
import { getRecommendation } from "~/rewards/get-recommendation.server";
import { listOwnQuestions } from "~/rewards/list-own-questions.server";
import { listRecommendations } from "~/rewards/list-recommendations.server";
import { aClickToken, aRecommender, type Recommender } from "~/testing/builders/attribution";
import { anEmail, aStaffMember } from "~/testing/builders/identity";
import { aCompany, aProgram } from "~/testing/builders/programs";
import { aSale } from "~/testing/builders/sales";
import { countingDatabase } from "~/testing/counting-database";
import { testResend } from "~/testing/resend-sandbox";
import { testDatabase, type TestDatabase } from "~/testing/test-database";
import { approveRewards } from "./approve-rewards.server";
import { askAPerson } from "./ask-a-person.server";
import { changeEmail } from "./change-email.server";
import { claimOffer } from "./claim-offer.server";
import { giveQuestionAnswer } from "./give-question-answer.server";
import { listLinksWithFigures } from "./list-links-with-figures.server";
import { refuseRewards } from "./refuse-rewards.server";
import { showStatement } from "./show-statement.server";
import { showWhyNot } from "./show-why-not.server";
import { trackRefund } from "./track-refund.server";

let test: TestDatabase;
let program: LiveProgram;
let provider: Awaited<ReturnType<typeof testResend>>;
let by: string;
beforeAll(async () => {
  test = await testDatabase();
  provider = await testResend();
  await aCompany(test.db);
  program = await aProgram(test.db);
  by = `person:${(await aStaffMember(test, { roles: ["owner"] })).id}`;
});

const zone = "Europe/Amsterdam";
const text = (value: unknown) => JSON.stringify(value, (_, each: unknown) => (typeof each === "bigint" ? String(each) : each));

/** What a friend is known by, each in a shape that nothing else has. */
const FRIEND = { email: "canary.friend@private-mail.test", buyer: "canary-buyer-77", invoice: "canary-invoice-77", amountMinor: 81_234n };
const CANARY = /canary|private-mail|81\D?234|812[.,]34/i;

/** Everything the portal can show a champion. */
async function portalOf({ champion, person }: Recommender) {
  const of = { championId: champion.id, zone };
  const lines = await listRecommendations({ ...of, memoryDays: 30 }, test);
  const today = localDay(zone, test.clock.now());
  const pages: unknown[] = [
    lines, await showStatement(of, test), await listLinksWithFigures(champion.id, test), await listOwnQuestions(champion.id, test),
    await listMailsTo(person.id, test),
  ];
  for (const { id, rewardId } of lines) {
    pages.push(await getRecommendation({ id, ...of, memoryDays: 30 }, test));
    if (rewardId) pages.push(await getChampionReward({ rewardId, now: test.clock.now(), ...of }, test));
  }
  for (const happened of ["link", "code", "mouth", "other"]) {
    pages.push(await showWhyNot({ championId: champion.id, search: new URLSearchParams({ happened, day: today }) }, test));
  }
  return pages;
}

/** Sends what waits, and gives what reached this champion. */
async function mailsOf({ person }: Recommender) {
  test.clock.advance({ days: 14 });
  const { rows } = await test.db.pool.query<{ id: string }>("select id from mail where person_id = $1", [person.id]);
  for (const { id } of rows) await sendMail({ mailId: id }, { ...test, gateway: provider.gateway });
  return (await provider.mails()).filter(({ to }) => to.includes(person.email ?? ""));
}

describe("an attribution never names the friend to the champion (I36, S5)", () => {
  async function aWonSale(invoice: string) {
    const own = await aRecommender(test, program, { email: anEmail("own") });
    const token = await aClickToken(test, own, { initial: "K" });
    test.clock.advance({ hours: 1 });
    const sale = await aSale(test, { ...FRIEND, buyer: `${FRIEND.buyer}-${invoice}`, invoice: `${FRIEND.invoice}-${invoice}`, email: `${invoice}.${FRIEND.email}`, token });
    const [reward] = await test.db.transaction("read", (tx) => tx.reward.findMany({ where: { conversionId: sale.id } }));
    return { own, sale, reward: reward! };
  }

  it("in no page and no mail, from the purchase over the approval to the refund", async () => {
    const { own, sale, reward } = await aWonSale("a");
    await approveRewards({ items: [{ rewardId: reward.id, version: reward.version }], by }, test);
    await trackRefund({ refundId: "canary-refund", saleInvoiceId: sale.invoice, amountMinor: 40_000n, currency: "EUR", kind: "refund" }, test);
    const pages = await portalOf(own);
    const mails = await mailsOf(own);
    expect(mails.length).toBeGreaterThan(0);
    for (const shown of [...pages, ...mails]) expect(text(shown)).not.toMatch(CANARY);
    expect(text(pages)).not.toContain(sale.purchaseId);
  });

  it("nor where it was refused, lost to somebody else, or asked about", async () => {
    const { own, reward, sale } = await aWonSale("b");
    await refuseRewards({ items: [{ rewardId: reward.id, version: reward.version }], clauseNumber: 4, note: "Thank you for sharing all the same.", by }, test);
    const loser = await aRecommender(test, program, { email: anEmail("loser") });
    const token = await aClickToken(test, loser);
    test.clock.advance({ hours: 1 });
    await aSale(test, { token, buyer: sale.buyer, invoice: `${FRIEND.invoice}-later`, amountMinor: FRIEND.amountMinor });
    await askAPerson({ championId: loser.champion.id, asked: { day: null, happened: "link", linkId: null }, note: "They say they bought." }, test);
    const [question] = await listOwnQuestions(loser.champion.id, test);
    await giveQuestionAnswer({ questionId: question!.id, answer: "It did not count as a new recommendation.", by }, test);
    for (const who of [own, loser]) {
      for (const shown of [...(await portalOf(who)), ...(await mailsOf(who))]) expect(text(shown)).not.toMatch(CANARY);
    }
  });
});

describe("a champion cannot learn whether a given person is a customer (S10)", () => {
  it("from claiming the own offer in that person's browser", async () => {
    const own = await aRecommender(test, program);
    await aSale(test, { email: "known@people.test" });
    const costs = [];
    for (let i = 0; i < 2; i++) {
      const counting = countingDatabase(test.db);
      const claimed = await claimOffer({ code: own.code, token: null, initial: "K" }, { db: counting.db, clock: test.clock });
      expect(Object.keys(claimed ?? {}).sort()).toEqual(["code", "cookie", "shopUrl", "token"]);
      costs.push(counting.questions());
    }
    expect(costs[0]).toEqual(costs[1]);
  });

  it("from writing that person's address into one's own account", async () => {
    const known = anEmail("known");
    await aSale(test, { email: known });
    const answers = [];
    for (const newEmail of [known, anEmail("stranger")]) {
      const own = await aRecommender(test, program, { email: anEmail("own") });
      const counting = countingDatabase(test.db);
      const effectiveAt = await changeEmail({ personId: own.person.id, newEmail }, { db: counting.db, clock: test.clock });
      answers.push({ effectiveAt, cost: counting.questions() });
    }
    expect(answers[0]).toEqual(answers[1]);
  });

  it("from what the portal shows of somebody who bought without them, or never", async () => {
    const [one, other] = [await aRecommender(test, program), await aRecommender(test, program)];
    const quiet = text(await portalOf(one)).replaceAll(one.code, "CODE");
    await aSale(test, { email: anEmail("known") });
    const pages = text(await portalOf(other)).replaceAll(other.code, "CODE");
    const ids = /(?:lnk|mai)_[0-9a-z]+/g;
    expect(pages.replace(ids, "id")).toBe(quiet.replace(ids, "id"));
  });
});
