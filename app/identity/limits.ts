const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How often something may happen per key, in how many seconds (ASVS 2.4.1). The next one is refused. */
export const LIMITS = {
  "code-request-address": { points: 5, seconds: HOUR },
  "code-request-network": { points: 20, seconds: HOUR },
  "codes-per-day": { points: 10, seconds: DAY },
  "sign-up-network": { points: 5, seconds: HOUR },
  "factor-check": { points: 5, seconds: 15 * MINUTE },
  "factor-check-day": { points: 30, seconds: DAY },
  "email-change": { points: 5, seconds: HOUR },
  "api-key": { points: 120, seconds: MINUTE },
  /** Per publishable key and network (P16). */
  "browser-call": { points: 60, seconds: MINUTE },
  claim: { points: 30, seconds: HOUR },
  "code-check": { points: 60, seconds: MINUTE },
} as const satisfies Record<string, { points: number; seconds: number }>;

export type LimitName = keyof typeof LIMITS;
