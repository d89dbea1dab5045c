import { Prisma } from "../../prisma/generated/client";
import type { Pool } from "pg";
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

/**
 * A key that was not revoked, in one statement that is its own transaction. Notes the use when the secret is right, at most
 * once a minute: a busy shop must not queue for this row.
 */
export async function readUsedApiKey(
  pool: Pool,
  { id, secretHash }: Pick<ApiKeyRow, "id" | "secretHash">,
  now: Date,
): Promise<Pick<ApiKeyRow, "secretHash" | "scopes"> | null> {
  const { rows } = await pool.query<{ secret_hash: string; scopes: string[] }>({
    name: "use-api-key",
    text: `
      with noted as (
        update api_key set last_used_at = $3
         where id = $1 and secret_hash = $2 and revoked_at is null
           and (last_used_at is null or last_used_at <= $3::timestamptz - interval '1 minute'))
      select secret_hash, scopes from api_key where id = $1 and revoked_at is null`,
    values: [id, secretHash, now],
  });
  return rows[0] ? { secretHash: rows[0].secret_hash, scopes: rows[0].scopes } : null;
}

/** @returns false when there is no such key, or it was revoked before */
export async function revokeApiKeyRow(tx: Tx, id: string, now: Date): Promise<boolean> {
  const { count } = await tx.apiKey.updateMany({ where: { id, revokedAt: null }, data: { revokedAt: now } });
  return count === 1;
}
