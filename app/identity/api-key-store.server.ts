import { Prisma } from "../../prisma/generated/client";
import type { Tx } from "~/platform/db.server";
import { columnsOf } from "~/platform/sql.server";

const COLUMNS = columnsOf(Prisma.ApiKeyScalarFieldEnum);

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

export async function findApiKeyRow(tx: Tx, id: string): Promise<ApiKeyRow | null> {
  const [row] = await tx.sql.rows<ApiKeyRow>`select ${COLUMNS} from api_key where id = ${id}`;
  return row ?? null;
}

export function listApiKeyRows(tx: Tx): Promise<ApiKeyRow[]> {
  return tx.apiKey.findMany({ orderBy: { createdAt: "desc" } });
}

/** Notes a use, at most once a minute: a busy shop must not queue for this row. */
export async function touchApiKey(tx: Tx, { id, lastUsedAt }: ApiKeyRow, now: Date): Promise<void> {
  const minute = new Date(now.getTime() - 60_000);
  if (lastUsedAt !== null && lastUsedAt > minute) return;
  tx.sql.send`update api_key set last_used_at = ${now} where id = ${id} and (last_used_at is null or last_used_at <= ${minute})`;
}

/** @returns false when there is no such key, or it was revoked before */
export async function revokeApiKeyRow(tx: Tx, id: string, now: Date): Promise<boolean> {
  const { count } = await tx.apiKey.updateMany({ where: { id, revokedAt: null }, data: { revokedAt: now } });
  return count === 1;
}
