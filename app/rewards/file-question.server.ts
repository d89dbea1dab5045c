import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { AppError, ConflictError } from "~/platform/errors";
import { newId } from "~/platform/ids";
import { addBusinessDays, type BusinessCalendar } from "~/programs/business-calendar";
import type { Finding } from "./explain-silence";
import { holdsAddress, MAX_OPEN_QUESTIONS, QUESTION_BUSINESS_DAYS } from "./question";
import { countOpen, findOpenQuestion, insertQuestion, lockQuestionsOf, type QuestionRow } from "./question-store.server";
import type { WhyNotQuestion } from "./why-not-question";

export interface FileQuestionInput extends WhyNotQuestion {
  championId: string;
  note: string;
  /** What the page had found before they asked, in order. */
  found: Finding["kind"][];
  calendar: BusinessCalendar;
}

/**
 * "Ask a person": one open question per champion and day, answered before the promised time (W21). The same note sent
 * again is the same question.
 * @throws AppError `address_in_note` 422 (L1)
 * @throws ConflictError `question_open` for a day that is asked about already, `too_many_questions`
 */
export async function fileQuestion(
  { championId, linkId, day, happened, note, found, calendar }: FileQuestionInput,
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<{ question: QuestionRow; again: boolean }> {
  if (holdsAddress(note)) throw new AppError("address_in_note", { message: "the note holds an address", status: 422 });
  return await db.transaction("file-question", async (tx) => {
    const now = clock.now();
    await lockQuestionsOf(tx, championId);
    const question = await insertQuestion(tx, {
      id: newId("qst"), championId, linkId, day, happened, note, found, askedAt: now,
      answerBy: addBusinessDays(calendar, now, QUESTION_BUSINESS_DAYS),
    });
    if (!question) {
      const open = await findOpenQuestion(tx, { championId, day });
      if (open?.note === note) return { question: open, again: true };
      throw new ConflictError("question_open", "a question about this day is open", { championId });
    }
    // Counted with the new one, which is taken back when it is too much.
    if ((await countOpen(tx, championId)) > MAX_OPEN_QUESTIONS) {
      throw new ConflictError("too_many_questions", "so many questions are open already", { championId });
    }
    return { question, again: false };
  });
}
