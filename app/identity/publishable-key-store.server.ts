import type { Tx } from "~/platform/db.server";

export interface PublishableKeyRow {
  id: string;
  name: string;
  origins: string[];
  createdAt: Date;
  createdBy: string;
  lastUsedAt: Date | null;
  revokedAt: Date | null;
}

export async function insertPublishableKey(tx: Tx, row: PublishableKeyRow): Promise<void> {
  await tx.publishableKey.create({ data: row });
}

export function findPublishableKeyRow(tx: Tx, id: string): Promise<PublishableKeyRow | null> {
  return tx.publishableKey.findUnique({ where: { id } });
}

export function listPublishableKeyRows(tx: Tx): Promise<PublishableKeyRow[]> {
  return tx.publishableKey.findMany({ orderBy: { createdAt: "desc" } });
}

/** Whether any key that works is good on this origin. */
export async function isOriginListed(tx: Tx, origin: string): Promise<boolean> {
  return (await tx.publishableKey.count({ where: { revokedAt: null, origins: { has: origin } } })) > 0;
}

/** Notes a use, at most once a minute: a busy page must not queue for this row. */
export async function touchPublishableKey(tx: Tx, id: string, now: Date): Promise<void> {
  const minute = new Date(now.getTime() - 60_000);
  await tx.publishableKey.updateMany({
    where: { id, OR: [{ lastUsedAt: null }, { lastUsedAt: { lte: minute } }] },
    data: { lastUsedAt: now },
  });
}

/** @returns false when there is no such key, or it was revoked before */
export async function updatePublishableKey(
  tx: Tx,
  id: string,
  change: Partial<Pick<PublishableKeyRow, "origins" | "revokedAt">>,
): Promise<boolean> {
  const { count } = await tx.publishableKey.updateMany({ where: { id, revokedAt: null }, data: change });
  return count === 1;
}
