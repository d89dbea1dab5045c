import { championReason, type ReasonCode } from "~/attribution/reason-codes";
import { rewardView, type ShownStatus, type ViewedReward } from "./reward-view";

/** How far a recommendation is: the steps a champion sees. */
export type RecommendationStep = "clicked" | "claimed" | "bought" | "hold" | "thanked";

/** S1: the words for it. */
export type RecommendationStatus = "claimed" | "signed_up" | "bought" | ShownStatus;

export interface Standing {
  step: RecommendationStep;
  /** It ended at this step, without a thank-you. */
  stopped: boolean;
  status: RecommendationStatus;
  /** A reason code that is safe to show (S10). */
  reason: string | null;
  /** S3: by when something happens, or until when it can (or, run out without a purchase, could). */
  until: Date | null;
}

export interface RecommendationFacts {
  now: Date;
  /** Until when a claim that has not been presented counts (A1). */
  memoryUntil: Date;
  /** Set once the friend is bound: until when a first payment counts; null is without end. */
  bound: { qualifyUntil: Date | null; voidReason: string | null } | null;
  /** Why this champion's touch lost, when the friend paid and somebody else won, or nobody. */
  lostBecause: string | null;
  purchased: boolean;
  reward: ViewedReward | null;
}

/** S1, S3: where one recommendation stands, in the champion's words. Pure. */
export function standingOf({
  now,
  memoryUntil,
  bound,
  lostBecause,
  purchased,
  reward,
}: RecommendationFacts): Standing {
  const ended = lostBecause ?? bound?.voidReason ?? null;
  if (ended) return stopped("claimed", championReason(ended as ReasonCode));
  if (!bound)
    return memoryUntil > now
      ? going("claimed", "claimed", memoryUntil)
      : { step: "claimed", stopped: true, status: "expired", reason: null, until: memoryUntil };
  if (!purchased) {
    const expired = bound.qualifyUntil !== null && bound.qualifyUntil <= now;
    return expired
      ? stopped("claimed", "qualify_expired")
      : going("claimed", "signed_up", bound.qualifyUntil);
  }
  if (!reward) return going("bought", "bought", null);
  const view = rewardView(reward);
  return { ...view, ...STEP_OF[view.status] };
}

const STEP_OF: Record<ShownStatus, Pick<Standing, "step" | "stopped">> = {
  pending: { step: "hold", stopped: false },
  approved: { step: "hold", stopped: false },
  issuing: { step: "hold", stopped: false },
  retrying: { step: "hold", stopped: false },
  issued: { step: "thanked", stopped: false },
  partly_reversed: { step: "thanked", stopped: false },
  not_eligible: { step: "bought", stopped: true },
  reversed: { step: "bought", stopped: true },
  expired: { step: "hold", stopped: true },
};

function going(step: RecommendationStep, status: RecommendationStatus, until: Date | null): Standing {
  return { step, stopped: false, status, reason: null, until };
}

function stopped(step: RecommendationStep, reason: string): Standing {
  return { step, stopped: true, status: "not_eligible", reason, until: null };
}

/** The Monday of a moment's week in a zone, at its noon there: a purchase is told by its week, never by its day (S5). */
export function weekOf(at: Date, zone: string): Date {
  // The Swedish way to write a moment is that of ISO 8601.
  const local = new Date(`${at.toLocaleString("sv-SE", { timeZone: zone }).replace(" ", "T")}Z`);
  const ahead = local.getTime() - Math.floor(at.getTime() / 1000) * 1000;
  local.setUTCDate(local.getUTCDate() - ((local.getUTCDay() + 6) % 7));
  return new Date(local.setUTCHours(12, 0, 0, 0) - ahead);
}
