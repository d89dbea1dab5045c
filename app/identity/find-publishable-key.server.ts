import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { readPublishableBearer } from "./publishable-key";
import { findPublishableKeyRow, touchPublishableKey } from "./publishable-key-store.server";

export interface PageCaller {
  id: string;
  /** Whether the page that calls stands on one of the key's origins. */
  allowed: boolean;
}

/**
 * Whose page calls, by the Authorization header and the origin the browser tells (P16). Notes the use of one that is
 * allowed. Null when the key is unknown, altered or revoked.
 */
export async function findPublishableKey(
  { header, origin }: { header: string | null; origin: string },
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<PageCaller | null> {
  const id = readPublishableBearer(header);
  if (!id) return null;
  return db.transaction("find-publishable-key", async (tx) => {
    const row = await findPublishableKeyRow(tx, id);
    if (!row || row.revokedAt) return null;
    const allowed = row.origins.includes(origin);
    if (allowed) await touchPublishableKey(tx, row.id, clock.now());
    return { id: row.id, allowed };
  });
}
