import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { env } from "~/platform/env.server";
import { newId } from "~/platform/ids";
import { randomSecret, secretHash } from "~/platform/secrets.server";
import { formatApiKey, type ApiScope } from "./api-key";
import { insertApiKey } from "./api-key-store.server";
import { recordAudit } from "./record-audit.server";

interface CreateApiKeyInput {
  /** What it is for, in the owner's own words: "shop". */
  name: string;
  scopes: ApiScope[];
  /** `person:psn_…`, or `operator` for a command typed on the server. */
  by: string;
}

/** Makes a key (P1). @returns its text, which is shown this once: the database keeps a hash */
export async function createApiKey(
  { name, scopes, by }: CreateApiKeyInput,
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<{ id: string; key: string }> {
  return db.transaction("create-api-key", async (tx) => {
    const now = clock.now();
    const id = newId("apk");
    const key = formatApiKey(env().VOUCH_MODE === "production" ? "live" : "test", id, randomSecret());
    await insertApiKey(tx, {
      id,
      name,
      secretHash: secretHash(key),
      scopes,
      createdAt: now,
      createdBy: by,
      lastUsedAt: null,
      revokedAt: null,
    });
    await recordAudit(tx, { by, action: "api_key.created", object: id, facts: { scopes }, now });
    return { id, key };
  });
}
