import { monthsAfter } from "~/platform/months-after";

const WARN_DAYS = 30;
const DAY_MS = 86_400_000;

/** Until when a reward is kept that has nothing it could come off (W17); null is for good. */
export function keptUntil(payableSince: Date, keepMonths: number | null): Date | null {
  return keepMonths === null ? null : monthsAfter(payableSince, keepMonths);
}

interface KeptReward {
  until: Date | null;
  /** When the champion was told that it ends. */
  warnedAt: Date | null;
}

/**
 * What is due with a kept reward: its champion is told 30 days before it lapses, and it never lapses sooner than that after
 * they were told (W17, F36).
 */
export function expiryStep({ until, warnedAt }: KeptReward, now: Date): "warn" | "expire" | null {
  if (!until) return null;
  const warning = WARN_DAYS * DAY_MS;
  if (!warnedAt) return +now >= +until - warning ? "warn" : null;
  return now >= until && +now >= +warnedAt + warning ? "expire" : null;
}
