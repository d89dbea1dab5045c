import type { Tx } from "~/platform/db.server";
import { addBusinessDays, type BusinessCalendar } from "~/programs/business-calendar";
import type { RewardRow } from "./reward-row";
import { takeStep } from "./take-step.server";

/** Within how many business days a person looks at what was stopped when no hour is promised any more (W21). */
const REVIEW_BUSINESS_DAYS = 2;

/** Whether a reward has not left the house and does not wait for a person's review already. */
export function isStoppable({ status, reason }: Pick<RewardRow, "status" | "reason">): boolean {
  return ["pending", "approved", "payable"].includes(status) && reason !== "dispute_open";
}

/** Something was found about a reward after its grant: it stops, and a person decides it anew (R33, W13). Locked by the caller. */
export async function holdForReview(tx: Tx, reward: RewardRow, { calendar, factKey, now }: { calendar: BusinessCalendar; factKey: string; now: Date }): Promise<RewardRow> {
  const decideBy = reward.decideBy > now ? reward.decideBy : addBusinessDays(calendar, now, REVIEW_BUSINESS_DAYS);
  return await takeStep(tx, reward, {
    kind: "hold_reward", to: "held", reason: "in_review", by: "system", note: factKey, now,
    changes: { genuine: "open", payable: "open", needsPerson: true, decidedAt: null, decidedBy: null, decideBy },
  });
}
