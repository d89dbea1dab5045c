import { versionAt, type FriendHistory, type TouchFact } from "./friend-history";

/**
 * Which of several valid touches wins: per program the first or the last (A4), between programs the one the shop named,
 * else the one that came first. One winner over all programs; a sale is not split (A5).
 * @param inOrder the valid touches, by time
 * @param hint the program the shop meant, if it said so
 */
export function chooseTouch(inOrder: readonly TouchFact[], at: Date, hint: string | null, facts: FriendHistory): TouchFact | null {
  const programs = new Set(inOrder.map(({ programId }) => programId));
  const candidates = [...programs].flatMap((programId) => {
    const own = inOrder.filter((touch) => touch.programId === programId);
    const program = facts.programs.get(programId);
    const candidate = program && versionAt(program, at).model === "last" ? own.at(-1) : own[0];
    return candidate ? [candidate] : [];
  });
  return candidates.find(({ programId }) => programId === hint) ?? candidates.sort(byTime)[0] ?? null;
}

/** By the time of the touch; of the same moment by what was presented, which is a fact and no order of arrival (I23). */
export function byTime(a: TouchFact, b: TouchFact): number {
  return a.touchedAt.getTime() - b.touchedAt.getTime() || (a.source < b.source ? -1 : a.source > b.source ? 1 : 0);
}
