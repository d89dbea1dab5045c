import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { NotFoundError } from "~/platform/errors";
import { findPublishableKeyRow, updatePublishableKey } from "./publishable-key-store.server";
import { recordAudit } from "./record-audit.server";

/** Takes a key back; it stops at its next call (I40). Doing so twice is no error. @throws NotFoundError */
export async function revokePublishableKey(
  { id, by }: { id: string; by: string },
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<void> {
  await db.transaction("revoke-publishable-key", async (tx) => {
    const now = clock.now();
    if (!(await findPublishableKeyRow(tx, id))) throw new NotFoundError("publishable key");
    const revoked = await updatePublishableKey(tx, id, { revokedAt: now });
    if (revoked) await recordAudit(tx, { by, action: "publishable_key.revoked", object: id, now });
  });
}
