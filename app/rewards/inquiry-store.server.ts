import type { Tx } from "~/platform/db.server";

export type InquiryRow = NonNullable<Awaited<ReturnType<typeof findInquiry>>>;

/** What was asked about a reward; null when nothing was. */
export async function findInquiry(tx: Tx, rewardId: string) {
  return await tx.inquiry.findUnique({ where: { rewardId } });
}

type NewInquiry = Pick<InquiryRow, "id" | "rewardId" | "championId" | "topic" | "question" | "askedAt" | "askedBy" | "answerUntil">;

/** Inserts unless this reward was asked about before. */
export async function insertInquiry(tx: Tx, inquiry: NewInquiry): Promise<InquiryRow | null> {
  const [inserted] = await tx.inquiry.createManyAndReturn({ data: inquiry, skipDuplicates: true });
  return inserted ?? null;
}

/** Keeps the answer of a question that has none yet; null when it has one. */
export async function setInquiryAnswer(tx: Tx, { id, ...answer }: { id: string; answer: string; answeredAt: Date }): Promise<InquiryRow | null> {
  const [answered] = await tx.inquiry.updateManyAndReturn({ where: { id, answeredAt: null }, data: answer });
  return answered ?? null;
}

/** Notes that the wait is over; null when an answer came, or it was noted before. */
export async function setReturned(tx: Tx, id: string, returnedAt: Date): Promise<InquiryRow | null> {
  const [returned] = await tx.inquiry.updateManyAndReturn({ where: { id, answeredAt: null, returnedAt: null }, data: { returnedAt } });
  return returned ?? null;
}

/** Those whose wait is over, the oldest first; what was decided meanwhile is among them. */
export async function findOverdue(tx: Tx, now: Date, take: number): Promise<InquiryRow[]> {
  return await tx.inquiry.findMany({ where: { answeredAt: null, returnedAt: null, answerUntil: { lte: now } }, orderBy: { answerUntil: "asc" }, take });
}

/** What a champion can still answer: rewards that were asked about and are not decided. */
export async function findOpenOf(tx: Tx, championId: string): Promise<{ rewardId: string; decideBy: Date }[]> {
  return await tx.$queryRaw<{ rewardId: string; decideBy: Date }[]>`
    select r.id as "rewardId", r.decide_by as "decideBy" from inquiry i join reward r on r.id = i.reward_id
     where i.champion_id = ${championId} and i.answered_at is null and r.status in ('pending', 'held') order by i.asked_at`;
}
