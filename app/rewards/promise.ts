import { addBusinessDays, type BusinessCalendar } from "~/programs/business-calendar";

/** What a champion was promised an hour for (W21). */
export const PROMISE_KINDS = ["reward", "appeal", "question", "application"] as const;
export type PromiseKind = (typeof PROMISE_KINDS)[number];

/** Why an hour could not be kept, in words a champion reads: nobody got to it, or one of two people agreed and the other did not. */
export type LateReason = "nobody_yet" | "second_person";

const HOUR_MS = 3_600_000;
/** The desk marks what is promised within this time. */
export const SOON_MS = 24 * HOUR_MS;
/** The champion is told when this is left: by then the working day that was promised is nearly over. */
export const TELL_BEFORE_MS = HOUR_MS;
/** How many business days the new hour lies behind the one that could not be kept. */
const LATER_DAYS = 2;

/** How close a promised hour is. */
export function standingOf(promisedAt: Date, now: Date): "late" | "soon" | "in_time" {
  const left = promisedAt.getTime() - now.getTime();
  if (left <= 0) return "late";
  return left <= SOON_MS ? "soon" : "in_time";
}

/** The hour that takes the place of one that cannot be kept: from now on when that has passed. */
export function laterHour(calendar: BusinessCalendar, promisedAt: Date, now: Date): Date {
  return addBusinessDays(calendar, promisedAt > now ? promisedAt : now, LATER_DAYS);
}

/** Of the promises whose hour lay in a period: how many were kept. */
export interface PromiseSum {
  kind: PromiseKind;
  promised: number;
  kept: number;
}
