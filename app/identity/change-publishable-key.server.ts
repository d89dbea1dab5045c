import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { NotFoundError } from "~/platform/errors";
import { findPublishableKeyRow, updatePublishableKey } from "./publishable-key-store.server";
import { recordAudit } from "./record-audit.server";

/** Changes where a key is good; it counts from the next call. @throws NotFoundError also when it was taken back */
export async function changePublishableKey(
  { id, origins, by }: { id: string; origins: string[]; by: string },
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<void> {
  await db.transaction("change-publishable-key", async (tx) => {
    const before = await findPublishableKeyRow(tx, id);
    if (!before || !(await updatePublishableKey(tx, id, { origins }))) throw new NotFoundError("publishable key");
    const facts = { before: before.origins, after: origins };
    await recordAudit(tx, { by, action: "publishable_key.changed", object: id, facts, now: clock.now() });
  });
}
