import type { Tx } from "~/platform/db.server";

interface NewAppeal {
  id: string;
  rewardId: string;
  /** The decision it is about: the moment it was taken. */
  decidedAt: Date;
  text: string;
  createdAt: Date;
  answerBy: Date;
}

/** Inserts unless this decision was appealed before. */
export async function insertAppeal(tx: Tx, appeal: NewAppeal) {
  const [inserted] = await tx.appeal.createManyAndReturn({ data: appeal, skipDuplicates: true });
  return inserted ?? null;
}

export async function findAppeal(tx: Tx, id: string) {
  return await tx.appeal.findUnique({ where: { id } });
}

interface AppealAnswer {
  id: string;
  upheld: boolean;
  answer: string;
  answeredAt: Date;
  answeredBy: string;
}

/** Answers an appeal that has no answer yet; null when it has one. */
export async function setAppealAnswer(tx: Tx, { id, ...answer }: AppealAnswer) {
  const [answered] = await tx.appeal.updateManyAndReturn({ where: { id, answeredAt: null }, data: answer });
  return answered ?? null;
}
