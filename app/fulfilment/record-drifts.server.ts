import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { isTold, type FoundDrift } from "./drift";
import { closeOpen, findOpen, findSettledByPerson, insertDrift, updateSeen } from "./drift-store.server";

/**
 * Takes in what one whole comparison found (M18): new differences become tasks, those that are gone are closed by
 * themselves, and what a person settled stays settled while both sides still say the same.
 * @returns how many are new
 */
export async function recordDrifts(found: readonly FoundDrift[], { db = rootDb, clock = systemClock }: Deps = {}): Promise<number> {
  return await db.transaction("record-drifts", async (tx) => {
    const now = clock.now();
    const nameOf = ({ kind, object }: { kind: string; object: string }) => `${kind} ${object}`;
    const open = new Map((await findOpen(tx)).filter(({ kind }) => !isTold(kind)).map((row) => [nameOf(row), row]));
    let fresh = 0;
    for (const drift of found) {
      const known = open.get(nameOf(drift));
      open.delete(nameOf(drift));
      if (known) {
        await updateSeen(tx, known.id, drift, now);
        continue;
      }
      const settled = await findSettledByPerson(tx, drift);
      if (settled && settled.ours === drift.ours && settled.theirs === drift.theirs) continue;
      await insertDrift(tx, drift, now);
      fresh++;
    }
    for (const { id } of open.values()) await closeOpen(tx, id, { closedAt: now, closedBy: "system", note: null });
    return fresh;
  });
}
