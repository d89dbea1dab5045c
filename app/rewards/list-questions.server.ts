import type { Tx } from "~/platform/db.server";
import { countAnswered, countOpen, findQuestionPage, type QuestionRow } from "./question-store.server";

const PAGE_SIZE = 20;

export interface QuestionPage {
  questions: QuestionRow[];
  waiting: number;
  answered: number;
  /** How many answers came by the promised hour (belief 3). */
  inTime: number;
  page: number;
  pages: number;
}

/** Questions that wait, the one promised first on top, or the latest answers; with how many promises were kept. */
export async function listQuestions(tx: Tx, { answered, page }: { answered: boolean; page: number }): Promise<QuestionPage> {
  const waiting = await countOpen(tx);
  const sums = await countAnswered(tx);
  const pages = Math.max(1, Math.ceil((answered ? sums.answered : waiting) / PAGE_SIZE));
  const shown = Math.min(page, pages);
  const questions = await findQuestionPage(tx, { answered, skip: (shown - 1) * PAGE_SIZE, take: PAGE_SIZE });
  return { questions, waiting, ...sums, page: shown, pages };
}

/** How many questions wait for a person. */
export async function countQuestions(tx: Tx): Promise<number> {
  return await countOpen(tx);
}
