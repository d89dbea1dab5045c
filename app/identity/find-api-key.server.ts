import { countersOf, systemClock, type Deps } from "~/platform/deps.server";
import { equalInConstantTime, secretHash } from "~/platform/secrets.server";
import { isApiScope, readBearer, type ApiScope } from "./api-key";
import { readUsedApiKey } from "./api-key-store.server";

export interface ApiActor {
  id: string;
  scopes: ApiScope[];
}

/** Who calls, by the Authorization header; null when the key is unknown, altered or revoked. Notes the use. */
export async function findApiKey(
  header: string | null,
  { db, clock = systemClock }: Deps = {},
): Promise<ApiActor | null> {
  const bearer = readBearer(header);
  if (!bearer) return null;
  const hash = secretHash(bearer.key);
  const row = await readUsedApiKey(countersOf(db), { id: bearer.id, secretHash: hash }, clock.now());
  if (!row || !equalInConstantTime(row.secretHash, hash)) return null;
  return { id: bearer.id, scopes: row.scopes.filter(isApiScope) };
}
