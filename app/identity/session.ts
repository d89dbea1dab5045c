export type Area = "portal" | "desk";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long a session lives without being used, and at most, in milliseconds (ASVS 7.3). */
export const SESSION_LIFE: Record<Area, { idleMs: number; totalMs: number }> = {
  portal: { idleMs: 14 * DAY, totalMs: 30 * DAY },
  desk: { idleMs: 15 * MINUTE, totalMs: 8 * HOUR },
};

/** A proof with a passkey or an authenticator opens sensitive pages for ten minutes (ASVS 7.5.3). */
const STEP_UP_MS = 10 * MINUTE;

export interface SessionState {
  area: Area;
  lastSeenAt: Date;
  expiresAt: Date;
  revokedAt: Date | null;
}

/** Whether a session still counts: not revoked, used recently enough, and not past its last moment. */
export function sessionLives(session: SessionState, now: Date): boolean {
  if (session.revokedAt) return false;
  const idleEnd = session.lastSeenAt.getTime() + SESSION_LIFE[session.area].idleMs;
  return now.getTime() < Math.min(idleEnd, session.expiresAt.getTime());
}

/** Whether the proof of a factor is fresh enough for a sensitive act. */
export function stepUpIsFresh(steppedUpAt: Date | null, now: Date): boolean {
  return steppedUpAt !== null && now.getTime() - steppedUpAt.getTime() <= STEP_UP_MS;
}
