import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { ConflictError, ForbiddenError, NotFoundError } from "~/platform/errors";
import { endOfBusinessDay, type BusinessCalendar } from "~/programs/business-calendar";
import { findAppeal, setAppealAnswer } from "./appeal-store.server";
import { refuseOwn } from "./decidable.server";
import { personBehind } from "./person-behind.server";
import { lockReward } from "./reward-store.server";
import { targetAmount } from "./reward-target";
import { takeStep } from "./take-step.server";

export interface AnswerAppealInput {
  rewardId: string;
  appealId: string;
  upheld: boolean;
  /** What the champion reads. */
  answer: string;
  by: string;
  calendar: BusinessCalendar;
}

/**
 * Answers an appeal. Upheld, the reward waits for a decision again with what is due on present facts (W18, I17);
 * otherwise the refusal stands.
 * @throws ConflictError `appeal_answered`
 * @throws ForbiddenError for one's own reward (W15), and for whoever refused it: an appeal is looked at by another person
 */
export async function answerAppeal(
  input: AnswerAppealInput,
  { db = rootDb, clock = systemClock }: Deps = {},
) {
  return await db.transaction("answer-appeal", async (tx) => {
    const now = clock.now();
    const { rewardId, appealId, upheld, answer, by } = input;
    const reward = await lockReward(tx, rewardId);
    const found = await findAppeal(tx, appealId);
    if (found?.rewardId !== rewardId) throw new NotFoundError("appeal", { appealId });
    await refuseOwn(tx, reward, by);
    if (reward.decidedBy && (await personBehind(tx, by)) === (await personBehind(tx, reward.decidedBy))) {
      throw new ForbiddenError("whoever refused a reward does not answer the appeal");
    }
    const appeal = await setAppealAnswer(tx, {
      id: appealId,
      upheld,
      answer,
      answeredAt: now,
      answeredBy: by,
    });
    if (!appeal) throw new ConflictError("appeal_answered", "this appeal was answered before", { appealId });
    if (!upheld) return { appeal, reward };
    const restored = await takeStep(tx, reward, {
      kind: "restore_reward",
      to: "pending",
      dueMinor: targetAmount(reward),
      reason: "appeal_upheld",
      by,
      note: answer,
      now,
      changes: {
        genuine: "open",
        payable: "open",
        needsPerson: true,
        decidedAt: null,
        decidedBy: null,
        clauseNumber: null,
        note: null,
        decideBy: endOfBusinessDay(input.calendar, reward.holdEndsAt > now ? reward.holdEndsAt : now),
      },
    });
    return { appeal, reward: restored };
  });
}
