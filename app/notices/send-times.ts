const HOUR_MS = 3_600_000;

/** The provider remembers a key for 24 hours; an hour before that a blind second try stops being safe (I30). */
export const SAFE_WITH_SAME_KEY_MS = 23 * HOUR_MS;

/** How long to wait before asking the provider again what became of a mail. */
export const ASK_AGAIN_MS = HOUR_MS;

/** How long before the n-th next try of a mail: 2 s, 4 s, … up to an hour, unless the provider named a time. */
export function retryDelayMs(attempts: number, askedFor: number | null): number {
  const own = Math.min(2_000 * 2 ** Math.max(0, attempts - 1), HOUR_MS);
  return Math.max(own, askedFor ?? 0);
}
