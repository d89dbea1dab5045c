import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { ConflictError, NotFoundError } from "~/platform/errors";
import { newId } from "~/platform/ids";
import { addBusinessDays, type BusinessCalendar } from "~/programs/business-calendar";
import { APPEAL_BUSINESS_DAYS } from "./appeal";
import { insertAppeal } from "./appeal-store.server";
import { lockReward } from "./reward-store.server";

export interface FileAppealInput {
  rewardId: string;
  /** Whose reward it must be; somebody else's is not found. */
  championId: string;
  text: string;
  calendar: BusinessCalendar;
}

/**
 * "Look again, please": one appeal per decision, answered by a person before the promised time (W18).
 * @throws NotFoundError when it is not this champion's
 * @throws ConflictError `appeal_not_possible` when it was not refused, `appeal_twice`
 */
export async function fileAppeal(input: FileAppealInput, { db = rootDb, clock = systemClock }: Deps = {}) {
  return await db.transaction("file-appeal", async (tx) => {
    const now = clock.now();
    const reward = await lockReward(tx, input.rewardId);
    if (reward.championId !== input.championId || reward.side === "friend")
      throw new NotFoundError("reward", { rewardId: input.rewardId });
    if (reward.status !== "rejected" || !reward.decidedAt) {
      throw new ConflictError("appeal_not_possible", "only a refusal is appealed", { rewardId: reward.id });
    }
    const appeal = await insertAppeal(tx, {
      id: newId("apl"),
      rewardId: reward.id,
      decidedAt: reward.decidedAt,
      text: input.text,
      createdAt: now,
      answerBy: addBusinessDays(input.calendar, now, APPEAL_BUSINESS_DAYS),
    });
    if (!appeal)
      throw new ConflictError("appeal_twice", "this decision was appealed before", { rewardId: reward.id });
    return appeal;
  });
}
