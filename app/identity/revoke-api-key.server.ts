import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { NotFoundError } from "~/platform/errors";
import { findApiKeyRow, revokeApiKeyRow } from "./api-key-store.server";
import { recordAudit } from "./record-audit.server";

/** Takes a key back; it stops at its next call (I40). Doing so twice is no error. @throws NotFoundError */
export async function revokeApiKey(
  { id, by }: { id: string; by: string },
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<void> {
  await db.transaction("revoke-api-key", async (tx) => {
    const now = clock.now();
    if (!(await findApiKeyRow(tx, id))) throw new NotFoundError("API key");
    if (await revokeApiKeyRow(tx, id, now)) await recordAudit(tx, { by, action: "api_key.revoked", object: id, now });
  });
}
