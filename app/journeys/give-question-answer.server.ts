import { recordAudit } from "~/identity/record-audit.server";
import { within } from "~/platform/db.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { answerQuestion, type AnswerQuestionInput } from "~/rewards/answer-question.server";
import { championMail } from "./champion-mail.server";
import { mailQuestionAnswered } from "./question-mail.server";

/** A person answers a champion's question: with its audit row and its mail (I37). @throws as `answerQuestion` */
export async function giveQuestionAnswer(
  input: AnswerQuestionInput,
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<void> {
  await db.transaction("give-question-answer", async (tx) => {
    const joined = { db: within(tx), clock };
    const question = await answerQuestion(input, joined);
    const { by, questionId } = input;
    const facts = { championId: question.championId, inTime: clock.now() <= question.answerBy };
    await recordAudit(tx, { by, action: "question.answered", object: questionId, facts, now: clock.now() });
    await mailQuestionAnswered(await championMail(tx, question.championId), question, joined);
  });
}
