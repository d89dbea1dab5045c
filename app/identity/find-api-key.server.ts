import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { equalInConstantTime, secretHash } from "~/platform/secrets.server";
import { isApiScope, readBearer, type ApiScope } from "./api-key";
import { findApiKeyRow, touchApiKey } from "./api-key-store.server";

export interface ApiActor {
  id: string;
  scopes: ApiScope[];
}

/** Who calls, by the Authorization header; null when the key is unknown, altered or revoked. Notes the use. */
export async function findApiKey(
  header: string | null,
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<ApiActor | null> {
  const bearer = readBearer(header);
  if (!bearer) return null;
  return db.transaction("find-api-key", async (tx) => {
    const row = await findApiKeyRow(tx, bearer.id);
    if (!row || row.revokedAt || !equalInConstantTime(row.secretHash, secretHash(bearer.key))) return null;
    await touchApiKey(tx, row, clock.now());
    return { id: row.id, scopes: row.scopes.filter(isApiScope) };
  });
}
