import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { NotFoundError } from "~/platform/errors";
import { lockCause, upsertChoice } from "./cause-store.server";
import { enqueueWaiting } from "./prepare-instruction.server";

/** A champion chooses what their rewards go to; those that waited for it go at once. @throws NotFoundError for one that is not offered */
export async function chooseCause(
  { championId, causeId }: { championId: string; causeId: string },
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<void> {
  await db.transaction("choose-cause", async (tx) => {
    const cause = await lockCause(tx, causeId);
    if (!cause || cause.closedAt) throw new NotFoundError("cause", { causeId });
    await upsertChoice(tx, { championId, causeId, now: clock.now() });
    await enqueueWaiting(tx, { championId, rail: "donation" });
  });
}
