import type { Tx } from "~/platform/db.server";
import type { Happened } from "./explain-silence";

export type QuestionRow = NonNullable<Awaited<ReturnType<typeof findQuestion>>>;

interface NewQuestion {
  id: string;
  championId: string;
  linkId: string | null;
  day: string | null;
  happened: Happened;
  note: string;
  found: string[];
  askedAt: Date;
  answerBy: Date;
}

/** Makes the questions of one champion wait for each other, so that their number is exact; ends with the transaction. */
export async function lockQuestionsOf(tx: Tx, championId: string): Promise<void> {
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${`questions:${championId}`}, 0))::text`;
}

/** Inserts unless one about the same day is open. */
export async function insertQuestion(tx: Tx, question: NewQuestion): Promise<QuestionRow | null> {
  const [inserted] = await tx.question.createManyAndReturn({ data: question, skipDuplicates: true });
  return inserted ?? null;
}

/** The one about a day that waits for its answer. */
export async function findOpenQuestion(tx: Tx, { championId, day }: Pick<NewQuestion, "championId" | "day">): Promise<QuestionRow | null> {
  return await tx.question.findFirst({ where: { championId, day, answeredAt: null } });
}

export async function findQuestion(tx: Tx, id: string) {
  return await tx.question.findUnique({ where: { id } });
}

export async function countOpen(tx: Tx, championId?: string): Promise<number> {
  return await tx.question.count({ where: { answeredAt: null, ...(championId && { championId }) } });
}

/** Of one champion, the newest first; at most 20. */
export async function listQuestionsOf(tx: Tx, championId: string): Promise<QuestionRow[]> {
  return await tx.question.findMany({ where: { championId }, orderBy: [{ askedAt: "desc" }, { id: "desc" }], take: 20 });
}

/** Answers a question that has no answer yet; null when it has one. */
export async function setAnswer(
  tx: Tx,
  { id, ...answer }: { id: string; answer: string; answeredAt: Date; answeredBy: string },
): Promise<QuestionRow | null> {
  const [answered] = await tx.question.updateManyAndReturn({ where: { id, answeredAt: null }, data: answer });
  return answered ?? null;
}

/** Those that wait, promised first on top, or the latest answers. */
export async function findQuestionPage(tx: Tx, { answered, skip, take }: { answered: boolean; skip: number; take: number }) {
  return await tx.question.findMany({
    where: { answeredAt: answered ? { not: null } : null },
    orderBy: answered ? [{ answeredAt: "desc" }, { id: "desc" }] : [{ answerBy: "asc" }, { id: "asc" }],
    skip,
    take,
  });
}

/** How many were answered, and how many of them by the promised hour. */
export async function countAnswered(tx: Tx): Promise<{ answered: number; inTime: number }> {
  const [sums] = await tx.$queryRaw<{ answered: number; inTime: number }[]>`
    select count(*)::integer as answered, count(*) filter (where answered_at <= answer_by)::integer as "inTime"
      from question where answered_at is not null`;
  return sums ?? { answered: 0, inTime: 0 };
}
