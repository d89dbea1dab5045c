import { addCause } from "~/fulfilment/add-cause.server";
import { closeCause } from "~/fulfilment/close-cause.server";
import { recordAudit } from "~/identity/record-audit.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";

type Change = { add: string } | { close: string };

/** An owner offers a cause, or offers it no more, with a line in the trail (I37). @throws ConflictError `cause_exists` */
export async function changeCauses(change: Change, { by }: { by: string }, { db = rootDb, clock = systemClock }: Deps = {}): Promise<void> {
  await db.transaction("change-causes", async (tx) => {
    const now = clock.now();
    if ("add" in change) {
      const object = await addCause(tx, { name: change.add, now });
      await recordAudit(tx, { by, action: "cause.added", object, facts: { name: change.add }, now });
    } else if (await closeCause(tx, { causeId: change.close, now })) {
      await recordAudit(tx, { by, action: "cause.closed", object: change.close, facts: {}, now });
    }
  });
}
