import { beforeAll, describe, expect, it } from "vitest";
import type { LiveProgram } from "~/programs/program";
import { listOwnQuestions } from "~/rewards/list-own-questions.server";
import { MAX_OPEN_QUESTIONS } from "~/rewards/question";
import { aRecommender, type Recommender } from "~/testing/builders/attribution";
import { aStaffMember } from "~/testing/builders/identity";
import { aCompany, aProgram } from "~/testing/builders/programs";
import { testDatabase, type TestDatabase } from "~/testing/test-database";
import { askAPerson } from "./ask-a-person.server";
import { countWhatWaits } from "./count-what-waits.server";
import { giveQuestionAnswer } from "./give-question-answer.server";
import { showQuestions } from "./show-questions.server";

let test: TestDatabase;
let program: LiveProgram;
let staff: string;
beforeAll(async () => {
  test = await testDatabase();
  await aCompany(test.db);
  program = await aProgram(test.db);
  staff = `person:${(await aStaffMember(test, { roles: ["approver"] })).id}`;
});

const ask = (who: Recommender, day: string | null = null, note = "They told me they bought on Friday.") =>
  askAPerson({ championId: who.champion.id, asked: { day, happened: "link", linkId: null }, note }, test);
const mailsOf = async (who: Recommender) =>
  (await test.db.pool.query<{ template: string }>("select template from mail where person_id = $1 order by queued_at, id", [who.person.id])).rows.map(
    ({ template }) => template,
  );

describe("asking a person (belief 3, W21)", () => {
  it("promises an answer within five business days, by mail too, and tells the desk what the page had found", async () => {
    const who = await aRecommender(test, program);
    test.clock.set("2026-11-06T17:30:00Z");
    expect(await ask(who, "2026-11-05")).toEqual(new Date("2026-11-13T16:00:00Z"));
    expect(await mailsOf(who)).toEqual(["question_received"]);
    expect(await listOwnQuestions(who.champion.id, test)).toMatchObject([{ day: "2026-11-05", answeredAt: null, answer: null }]);
    const { questions, waiting } = await showQuestions({ answered: false, page: 1 }, test);
    expect(questions).toMatchObject([{ displayName: "Anna", programSlug: program.slug, code: who.code, found: ["nothing"] }]);
    expect(await countWhatWaits(test)).toMatchObject({ questions: waiting });
    const { rows } = await test.db.pool.query("select action, facts from audit_entry where object = $1", [questions[0]?.id]);
    expect(rows).toEqual([{ action: "question.asked", facts: { championId: who.champion.id, day: "2026-11-05", happened: "link" } }]);
  });

  it("keeps one open question per champion and day, however often it is sent, and five at most", async () => {
    const who = await aRecommender(test, program);
    const same = await Promise.all(Array.from({ length: 6 }, () => ask(who, "2026-11-02")));
    expect(new Set(same.map(Number)).size).toBe(1);
    expect(await listOwnQuestions(who.champion.id, test)).toHaveLength(1);
    await expect(ask(who, "2026-11-02", "And they bought a mill.")).rejects.toMatchObject({ code: "question_open", status: 409 });
    const others = await Promise.allSettled(["01", "03", "04", "05", "06", "07", "08"].map((day) => ask(who, `2026-11-${day}`)));
    expect(others.filter(({ status }) => status === "fulfilled")).toHaveLength(MAX_OPEN_QUESTIONS - 1);
    expect(await listOwnQuestions(who.champion.id, test)).toHaveLength(MAX_OPEN_QUESTIONS);
    expect(await mailsOf(who)).toHaveLength(MAX_OPEN_QUESTIONS);
    await expect(ask(who, null)).rejects.toMatchObject({ code: "too_many_questions", status: 409 });
  });

  it("takes nobody's address, not even past the form (L1), and no link of somebody else", async () => {
    const [who, other] = [await aRecommender(test, program), await aRecommender(test, program)];
    await expect(ask(who, null, "Ask bea@mail.example yourself, please.")).rejects.toMatchObject({ code: "address_in_note", status: 422 });
    const asked = { day: null, happened: "code" as const, linkId: other.link.id };
    await expect(askAPerson({ championId: who.champion.id, asked, note: "They typed my code." }, test)).rejects.toMatchObject({ status: 404 });
    await expect(
      test.db.pool.query(
        `insert into question (id, champion_id, happened, note, found, asked_at, answer_by)
         values ('qst_x', $1, 'link', 'a bea@mail.example b', '{}', now(), now())`,
        [who.champion.id],
      ),
    ).rejects.toThrow(/question_no_address/);
    expect(await listOwnQuestions(who.champion.id, test)).toEqual([]);
  });
});

describe("answering a question", () => {
  async function aQuestion() {
    const who = await aRecommender(test, program);
    await ask(who);
    const [question] = await listOwnQuestions(who.champion.id, test);
    return { who, questionId: question?.id ?? "" };
  }

  it("happens once, reaches the champion by mail and page, and counts as a promise that was kept", async () => {
    const { who, questionId } = await aQuestion();
    const before = await showQuestions({ answered: true, page: 1 }, test);
    const answers = ["We found it and it is yours.", "We looked and found nothing."].map((answer) =>
      giveQuestionAnswer({ questionId, answer, by: staff }, test),
    );
    const results = await Promise.allSettled(answers);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(results.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "question_answered" } });
    expect(await mailsOf(who)).toEqual(["question_received", "question_answered"]);
    const [own] = await listOwnQuestions(who.champion.id, test);
    expect(own).toMatchObject({ answeredAt: test.clock.now(), answer: expect.stringMatching(/^We /) });
    const after = await showQuestions({ answered: true, page: 1 }, test);
    expect([after.answered - before.answered, after.inTime - before.inTime]).toEqual([1, 1]);
    // Another question about the same day may follow an answer.
    await expect(ask(who)).resolves.toBeInstanceOf(Date);
  });

  it("after the promised hour is no promise that was kept", async () => {
    const { questionId } = await aQuestion();
    const before = await showQuestions({ answered: true, page: 1 }, test);
    test.clock.advance({ days: 30 });
    await giveQuestionAnswer({ questionId, answer: "Sorry that this took so long.", by: staff }, test);
    const after = await showQuestions({ answered: true, page: 1 }, test);
    expect([after.answered - before.answered, after.inTime - before.inTime]).toEqual([1, 0]);
  });

  it("is nobody's who asked it (W15), and there is nothing to answer where there is no question", async () => {
    const { who, questionId } = await aQuestion();
    const mine = { questionId, answer: "It is mine, surely.", by: `person:${who.person.id}` };
    await expect(giveQuestionAnswer(mine, test)).rejects.toMatchObject({ status: 403 });
    await expect(giveQuestionAnswer({ ...mine, questionId: "qst_none", by: staff }, test)).rejects.toMatchObject({ status: 404 });
  });
});
