import type { Tx } from "~/platform/db.server";
import type { BusinessCalendar } from "~/programs/business-calendar";
import { hourAfterInquiry } from "./inquiry";
import { setReturned } from "./inquiry-store.server";
import { isUndecided } from "./reward";
import { lockReward } from "./reward-store.server";
import { takeStep } from "./take-step.server";

/** The wait for an answer is over: the case goes back to the desk, which says so (W13). Once; a decided one is left alone. */
export async function returnInquiry(tx: Tx, { id, rewardId, calendar, now }: { id: string; rewardId: string; calendar: BusinessCalendar; now: Date }): Promise<void> {
  const before = await lockReward(tx, rewardId);
  if (!(await setReturned(tx, id, now)) || !isUndecided(before.status)) return;
  const decideBy = hourAfterInquiry(calendar, { decideBy: before.decideBy, end: "unanswered", now });
  const reason = before.reason === "question_open" ? "question_unanswered" : undefined;
  await takeStep(tx, before, { kind: "miss_answer", to: before.status, reason, by: "system", now, changes: { decideBy } });
}
