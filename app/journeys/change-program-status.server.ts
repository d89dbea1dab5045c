import { refreshOwnCodes } from "~/fulfilment/refresh-own-codes.server";
import { recordAudit } from "~/identity/record-audit.server";
import { within } from "~/platform/db.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import type { ProgramStatus } from "~/programs/program";
import { setProgramStatus } from "~/programs/set-program-status.server";

/** Takes a program live, pauses or ends it, with its line in the trail (I37). */
export async function changeProgramStatus(
  { programId, to, by }: { programId: string; to: ProgramStatus; by: string },
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<void> {
  await db.transaction("change-program-status", async (tx) => {
    const from = await setProgramStatus({ programId, to }, { db: within(tx), clock });
    if (to === "live") await refreshOwnCodes(tx, programId);
    await recordAudit(tx, {
      by,
      action: "program.status",
      object: programId,
      facts: { from, to },
      now: clock.now(),
    });
  });
}
