import { versionAt, type FriendHistory, type TouchFact } from "./friend-history";

/**
 * Which of several valid touches wins (A4, A5). The program the shop named goes before all others. Then programs of the
 * first touch go before those of the last: theirs is the promise that nobody who comes later takes a friend away. Among
 * these the model decides, over all their programs at once, so that a touch that loses never changes who wins.
 * @param inOrder the valid touches, by time
 * @param hint the program the shop meant, if it said so
 */
export function chooseTouch(inOrder: readonly TouchFact[], at: Date, hint: string | null, facts: FriendHistory): TouchFact | null {
  const named = inOrder.filter(({ programId }) => programId === hint);
  const among = named.length > 0 ? named : inOrder;
  return among.find((touch) => modelOf(touch, at, facts) === "first") ?? among.at(-1) ?? null;
}

function modelOf({ id, programId }: TouchFact, at: Date, { programs }: FriendHistory) {
  const program = programs.get(programId);
  if (!program) throw new RangeError(`program ${programId} of touch ${id} is not among the facts`);
  return versionAt(program, at).model;
}

/** By the time of the touch; of the same moment by what was presented, which is a fact and no order of arrival (I23). */
export function byTime(a: TouchFact, b: TouchFact): number {
  return a.touchedAt.getTime() - b.touchedAt.getTime() || (a.source < b.source ? -1 : a.source > b.source ? 1 : 0);
}
