import { rootDb, type Deps } from "~/platform/deps.server";
import { NotFoundError } from "~/platform/errors";
import { findInquiry } from "./inquiry-store.server";
import { isUndecided } from "./reward";
import { findReward } from "./reward-store.server";

export interface OwnInquiry {
  rewardId: string;
  question: string;
  askedAt: Date;
  answerUntil: Date;
  answer: string | null;
  answeredAt: Date | null;
  decideBy: Date;
  /** Nobody decided yet, and there is no answer. */
  mayAnswer: boolean;
}

/** What one champion was asked about one reward. @throws NotFoundError, for another champion's too */
export async function getOwnInquiry(
  { rewardId, championId }: { rewardId: string; championId: string },
  { db = rootDb }: Pick<Deps, "db"> = {},
): Promise<OwnInquiry> {
  return await db.transaction("get-own-inquiry", async (tx) => {
    const inquiry = await findInquiry(tx, rewardId);
    const reward = await findReward(tx, rewardId);
    if (!reward || inquiry?.championId !== championId) throw new NotFoundError("inquiry", { rewardId });
    const { question, askedAt, answerUntil, answer, answeredAt } = inquiry;
    const mayAnswer = answeredAt === null && isUndecided(reward.status);
    return { rewardId, question, askedAt, answerUntil, answer, answeredAt, decideBy: reward.decideBy, mayAnswer };
  });
}
