import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { NotFoundError } from "~/platform/errors";
import { canBecome, type ChampionStatus } from "./champion";
import { lockChampion, updateChampion } from "./champion-store.server";
import { MembershipChangedError } from "./membership-errors";

type Step = Extract<ChampionStatus, "active" | "paused" | "left">;

/**
 * Pauses, resumes or ends a membership at the champion's own wish. What was earned stays earned.
 * @throws MembershipChangedError when that step does not lead from where they are; doing it twice is no error
 */
export async function changeMembership(
  { championId, to }: { championId: string; to: Step },
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<{ changed: boolean; programId: string; personId: string }> {
  return db.transaction("change-membership", async (tx) => {
    const champion = await lockChampion(tx, championId);
    if (!champion) throw new NotFoundError("champion", { championId });
    const { programId, personId, status } = champion;
    if (status === to) return { changed: false, programId, personId };
    // Coming back after leaving means accepting the terms again: that is joining.
    if (!canBecome(status, to) || (to === "active" && status !== "paused")) throw new MembershipChangedError(status, to);
    const now = clock.now();
    const pausedAt = to === "paused" ? now : null;
    await updateChampion(tx, championId, { status: to, pausedAt, ...(to === "left" && { leftAt: now }) });
    return { changed: true, programId, personId };
  });
}
