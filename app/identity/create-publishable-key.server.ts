import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { newId } from "~/platform/ids";
import { formatPublishableKey } from "./publishable-key";
import { insertPublishableKey } from "./publishable-key-store.server";
import { recordAudit } from "./record-audit.server";

interface CreatePublishableKeyInput {
  /** Where it is used, in the owner's own words: "web shop". */
  name: string;
  /** As `normalisedOrigin` writes them; at least one. */
  origins: string[];
  by: string;
}

/** Makes a key for a shop's pages, good on these origins alone (P16). @returns its text, which may be shown any time */
export async function createPublishableKey(
  { name, origins, by }: CreatePublishableKeyInput,
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<{ id: string; key: string }> {
  return db.transaction("create-publishable-key", async (tx) => {
    const now = clock.now();
    const id = newId("pub");
    await insertPublishableKey(tx, { id, name, origins, createdAt: now, createdBy: by, lastUsedAt: null, revokedAt: null });
    await recordAudit(tx, { by, action: "publishable_key.created", object: id, facts: { origins }, now });
    return { id, key: formatPublishableKey(id) };
  });
}
