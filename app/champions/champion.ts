import type { ChampionStatus } from "../../prisma/generated/enums";

export type { ChampionStatus };

const STEPS: Record<ChampionStatus, readonly ChampionStatus[]> = {
  applied: ["active", "refused"],
  refused: ["applied", "active"],
  active: ["paused", "left", "blocked"],
  paused: ["active", "left", "blocked"],
  left: ["active", "applied", "blocked"],
  blocked: [],
};

/** Whether a membership may go from one state to another. */
export function canBecome(from: ChampionStatus, to: ChampionStatus): boolean {
  return STEPS[from].includes(to);
}

/** Whether friends see this champion's page and a recommendation can count. */
export function isRecommending(status: ChampionStatus): boolean {
  return status === "active";
}

/** Whether the portal of the program is open to them: who paused still sees what became of everything. */
export function isMember(status: ChampionStatus): boolean {
  return status === "active" || status === "paused";
}

/** Whether somebody in this state may ask to join (again) now; null is somebody who never did. */
export function mayAsk(membership: { status: ChampionStatus; mayReapplyAt: Date | null } | null, now: Date): boolean {
  if (!membership) return true;
  if (membership.status === "left") return true;
  return membership.status === "refused" && membership.mayReapplyAt !== null && membership.mayReapplyAt <= now;
}

export const MAX_NAME = 40;
export const MAX_SENTENCE = 200;
export const MAX_NOTE = 1_000;

/** A first name as friends may see it: letters of any script, with blanks, hyphens, dots and apostrophes between. */
export function isDisplayName(text: string): boolean {
  return text.length <= MAX_NAME && /^\p{L}[\p{L}\p{M}]*(?:[ .'’-]{1,2}[\p{L}\p{M}]+)*\.?$/u.test(text);
}

/** Whether a champion's own sentence is only that: no address to click, mail or call (it stands on a page of ours). */
export function isPlainSentence(text: string): boolean {
  return !/https?:|www\.|@|\p{L}\.(?:com|net|org|nl|be|de|eu|io|app|shop|info)\b|(?:\d[\s().-]?){8,}/iu.test(text);
}
