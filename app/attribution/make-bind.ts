import { versionAt, type Bind, type FriendHistory } from "./friend-history";

const DAY_MS = 86_400_000;

/** Links the friend to a champion, with the program's terms of that moment frozen (W2). */
export function makeBind(
  { programId, championId, linkId, touchId, handId }: Pick<Bind, "programId" | "championId" | "linkId" | "touchId" | "handId">,
  boundAt: Date,
  { programs }: FriendHistory,
): Bind {
  const program = programs.get(programId);
  if (!program) throw new RangeError(`program ${programId} is not among the facts`);
  const { id: versionId, qualifyDays } = versionAt(program, boundAt);
  const qualifyUntil = qualifyDays === null ? null : new Date(boundAt.getTime() + qualifyDays * DAY_MS);
  return { programId, versionId, championId, linkId, touchId, handId, boundAt, qualifyUntil };
}
