import { rootDb, type Deps } from "~/platform/deps.server";
import type { Happened } from "./explain-silence";
import { listQuestionsOf } from "./question-store.server";

export interface OwnQuestion {
  id: string;
  /** `YYYY-MM-DD`; null when no day was known. */
  day: string | null;
  happened: Happened;
  note: string;
  askedAt: Date;
  /** S3: by when a person answers, or answered. */
  answerBy: Date;
  answeredAt: Date | null;
  answer: string | null;
}

/** A champion's own questions with their answers, the newest first. */
export async function listOwnQuestions(championId: string, { db = rootDb }: Pick<Deps, "db"> = {}): Promise<OwnQuestion[]> {
  const rows = await db.transaction("list-own-questions", (tx) => listQuestionsOf(tx, championId));
  return rows.map(({ id, day, happened, note, askedAt, answerBy, answeredAt, answer }) => ({
    id, day, happened, note, askedAt, answerBy, answeredAt, answer,
  }));
}
