import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
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

const NEWS_MS = 14 * 86_400_000;

/** Those that are open, and those answered in the last fourteen days. */
export async function listRecentQuestions(championId: string, { db = rootDb, clock = systemClock }: Deps = {}): Promise<OwnQuestion[]> {
  const since = new Date(clock.now().getTime() - NEWS_MS);
  const own = await listOwnQuestions(championId, { db });
  return own.filter(({ answeredAt }) => answeredAt === null || answeredAt > since);
}
