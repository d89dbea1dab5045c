import { rootDb, type Deps } from "~/platform/deps.server";
import { listApiKeyRows } from "./api-key-store.server";

export interface ApiKeyListItem {
  id: string;
  name: string;
  scopes: string[];
  createdAt: Date;
  lastUsedAt: Date | null;
  revokedAt: Date | null;
}

/** All keys, newest first, without anything that could be used. */
export async function listApiKeys({ db = rootDb }: Pick<Deps, "db"> = {}): Promise<ApiKeyListItem[]> {
  const rows = await db.transaction("list-api-keys", listApiKeyRows);
  return rows.map(({ id, name, scopes, createdAt, lastUsedAt, revokedAt }) => ({
    id, name, scopes, createdAt, lastUsedAt, revokedAt,
  }));
}
