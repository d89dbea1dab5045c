import { rootDb, type Deps } from "~/platform/deps.server";
import { formatPublishableKey } from "./publishable-key";
import { listPublishableKeyRows } from "./publishable-key-store.server";

export interface PublishableKeyListItem {
  id: string;
  /** The key itself: it is no secret. */
  key: string;
  name: string;
  origins: string[];
  createdAt: Date;
  lastUsedAt: Date | null;
  revokedAt: Date | null;
}

/** All keys for pages, newest first. */
export async function listPublishableKeys({ db = rootDb }: Pick<Deps, "db"> = {}): Promise<PublishableKeyListItem[]> {
  const rows = await db.transaction("list-publishable-keys", listPublishableKeyRows);
  return rows.map(({ createdBy: _by, ...row }) => ({ ...row, key: formatPublishableKey(row.id) }));
}
