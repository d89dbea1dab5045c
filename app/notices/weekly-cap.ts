/** Mails a person gets in any seven days, those that cannot wait apart (RULEBOOK section 8). */
export const MAILS_PER_WEEK = 2;
const WEEK_MS = 7 * 86_400_000;

/**
 * When the next mail may go: now, or when the oldest of the last two is a week old.
 * @param recent when this person's weekly mails went or go, in any order; later moments than `now` count too
 */
export function nextFreeMoment(recent: readonly Date[], now: Date): Date {
  const newest = recent.map((at) => at.getTime()).sort((a, b) => b - a);
  const blocking = newest[MAILS_PER_WEEK - 1];
  if (blocking === undefined) return now;
  return new Date(Math.max(now.getTime(), blocking + WEEK_MS));
}

/** From when on earlier mails can stand in the way of one at `now`. */
export function weekBefore(now: Date): Date {
  return new Date(now.getTime() - WEEK_MS);
}
