import type { DriftKind } from "~/fulfilment/drift";
import { listDrifts } from "~/fulfilment/list-drifts.server";
import { listStaff } from "~/identity/list-staff.server";
import { within } from "~/platform/db.server";
import { rootDb, type Deps } from "~/platform/deps.server";

/** The differences from Stripe that are open, or the latest that were settled, each with the name of who did. */
export async function showDrifts({ closed }: { closed: boolean }, { db = rootDb }: Pick<Deps, "db"> = {}) {
  return await db.transaction("show-drifts", async (tx) => {
    const drifts = await listDrifts({ closed }, { db: within(tx) });
    const names = new Map((await listStaff({ db: within(tx) })).map(({ personId, firstName }) => [`person:${personId}`, firstName]));
    return drifts.map((drift) => ({ ...drift, kind: drift.kind as DriftKind, closedByName: names.get(drift.closedBy ?? "") ?? null }));
  });
}

export type ShownDrift = Awaited<ReturnType<typeof showDrifts>>[number];
