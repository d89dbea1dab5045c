import type { Tx } from "~/platform/db.server";

export interface ApiKeyRow {
  id: string;
  name: string;
  secretHash: string;
  scopes: string[];
  createdAt: Date;
  createdBy: string;
  lastUsedAt: Date | null;
  revokedAt: Date | null;
}

export async function insertApiKey(tx: Tx, row: ApiKeyRow): Promise<void> {
  await tx.apiKey.create({ data: row });
}

export function findApiKeyRow(tx: Tx, id: string): Promise<ApiKeyRow | null> {
  return tx.apiKey.findUnique({ where: { id } });
}

export function listApiKeyRows(tx: Tx): Promise<ApiKeyRow[]> {
  return tx.apiKey.findMany({ orderBy: { createdAt: "desc" } });
}

/** Notes a use, at most once a minute: a busy shop must not queue for this row. */
export async function touchApiKey(tx: Tx, id: string, now: Date): Promise<void> {
  const minute = new Date(now.getTime() - 60_000);
  await tx.apiKey.updateMany({
    where: { id, OR: [{ lastUsedAt: null }, { lastUsedAt: { lte: minute } }] },
    data: { lastUsedAt: now },
  });
}

/** @returns false when there is no such key, or it was revoked before */
export async function revokeApiKeyRow(tx: Tx, id: string, now: Date): Promise<boolean> {
  const { count } = await tx.apiKey.updateMany({ where: { id, revokedAt: null }, data: { revokedAt: now } });
  return count === 1;
}
