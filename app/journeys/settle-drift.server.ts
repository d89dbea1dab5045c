import { closeDrift } from "~/fulfilment/close-drift.server";
import { recordAudit } from "~/identity/record-audit.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";

/**
 * A person settles a difference from Stripe with a note (M18), written to the trail (I37).
 * @throws ConflictError `drift_closed` when it is not open any more
 */
export async function settleDrift(
  { driftId, note, by }: { driftId: string; note: string; by: string },
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<void> {
  await db.transaction("settle-drift", async (tx) => {
    const now = clock.now();
    await closeDrift(tx, { driftId, note, by, now });
    await recordAudit(tx, { by, action: "drift.settled", object: driftId, facts: {}, now });
  });
}
