import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { ConflictError, NotFoundError } from "~/platform/errors";
import { refuseOwn } from "./decidable.server";
import { findQuestion, setAnswer, type QuestionRow } from "./question-store.server";

export type { QuestionRow };

export interface AnswerQuestionInput {
  questionId: string;
  /** What the champion reads. */
  answer: string;
  by: string;
}

/**
 * Answers a champion's question, once.
 * @throws NotFoundError
 * @throws ForbiddenError for one's own (W15)
 * @throws ConflictError `question_answered`
 */
export async function answerQuestion(
  { questionId, answer, by }: AnswerQuestionInput,
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<QuestionRow> {
  return await db.transaction("answer-question", async (tx) => {
    const question = await findQuestion(tx, questionId);
    if (!question) throw new NotFoundError("question", { questionId });
    await refuseOwn(tx, question, by);
    const answered = await setAnswer(tx, { id: questionId, answer, answeredAt: clock.now(), answeredBy: by });
    if (!answered) throw new ConflictError("question_answered", "this question was answered before", { questionId });
    return answered;
  });
}
