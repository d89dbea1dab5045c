import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { AppError, ConflictError, NotFoundError } from "~/platform/errors";
import type { BusinessCalendar } from "~/programs/business-calendar";
import { hourAfterInquiry } from "./inquiry";
import { findInquiry, setInquiryAnswer } from "./inquiry-store.server";
import { holdsAddress } from "./question";
import { isUndecided } from "./reward";
import type { RewardRow } from "./reward-row";
import { lockReward } from "./reward-store.server";
import { takeStep } from "./take-step.server";

export interface AnswerInquiryInput {
  rewardId: string;
  /** Whose reward it must be; somebody else's is not found. */
  championId: string;
  answer: string;
  by: string;
  calendar: BusinessCalendar;
}

/**
 * The champion answers, once, also after the wait was over as long as nobody decided. The same words again change nothing.
 * @throws AppError `address_in_note` 422 (L1)
 * @throws NotFoundError when nothing was asked, or it is not this champion's
 * @throws ConflictError `inquiry_answered`, `inquiry_closed` once it is decided
 */
export async function answerInquiry(
  { rewardId, championId, answer, by, calendar }: AnswerInquiryInput,
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<{ reward: RewardRow; again: boolean }> {
  if (holdsAddress(answer)) throw new AppError("address_in_note", { message: "the answer holds an address", status: 422 });
  return await db.transaction("answer-inquiry", async (tx) => {
    const now = clock.now();
    const before = await lockReward(tx, rewardId);
    const inquiry = await findInquiry(tx, rewardId);
    if (before.championId !== championId || !inquiry) throw new NotFoundError("inquiry", { rewardId });
    if (inquiry.answer === answer) return { reward: before, again: true };
    if (inquiry.answeredAt) throw new ConflictError("inquiry_answered", "this question was answered before", { rewardId });
    if (!isUndecided(before.status)) throw new ConflictError("inquiry_closed", "the reward is decided", { rewardId });
    await setInquiryAnswer(tx, { id: inquiry.id, answer, answeredAt: now });
    const decideBy = hourAfterInquiry(calendar, { decideBy: before.decideBy, end: "answered", now });
    // An open dispute keeps its own reason (M8).
    const reason = before.reason === "dispute_open" ? undefined : "question_answered";
    const reward = await takeStep(tx, before, { kind: "take_answer", to: before.status, reason, by, now, changes: { decideBy } });
    return { reward, again: false };
  });
}
