import { Prisma } from "../../prisma/generated/client";
import type { Tx } from "~/platform/db.server";
import { columnsOf } from "~/platform/sql.server";
import type { Area } from "./session";

export interface SessionRow {
  idHash: string;
  personId: string;
  area: Area;
  createdAt: Date;
  lastSeenAt: Date;
  expiresAt: Date;
  revokedAt: Date | null;
  steppedUpAt: Date | null;
  challenge: string | null;
}

const COLUMNS = columnsOf(Prisma.SessionScalarFieldEnum);

export async function insertSession(tx: Tx, row: SessionRow): Promise<void> {
  await tx.session.create({ data: row });
}

// By hand, as what is asked at every request is (docs/decisions/018).
export async function findSessionRow(tx: Tx, idHash: string): Promise<SessionRow | null> {
  const [row] = await tx.sql.rows<SessionRow>`select ${COLUMNS} from session where id_hash = ${idHash}`;
  return row ?? null;
}

/** Holds the row: a proof or a new id is given once, also to parallel requests. */
export async function lockSession(tx: Tx, idHash: string): Promise<SessionRow | null> {
  await tx.$queryRaw`select id_hash from session where id_hash = ${idHash} for update`;
  return findSessionRow(tx, idHash);
}

/** Notes a use; at most once a second, so that parallel requests of one page do not queue for the row. */
export function touchSession(tx: Tx, idHash: string, now: Date): void {
  const second = new Date(now.getTime() - 1_000);
  tx.sql.send`update session set last_seen_at = ${now} where id_hash = ${idHash} and last_seen_at <= ${second}`;
}

export async function setChallenge(tx: Tx, idHash: string, challenge: string | null): Promise<void> {
  await tx.session.update({ where: { idHash }, data: { challenge } });
}

export async function revokeSession(tx: Tx, idHash: string, now: Date): Promise<void> {
  await tx.session.updateMany({ where: { idHash, revokedAt: null }, data: { revokedAt: now } });
}

/** Ends every session of a person, in one area or everywhere. @returns how many lived */
export async function revokeSessionsOf(tx: Tx, personId: string, now: Date, area?: Area): Promise<number> {
  const { count } = await tx.session.updateMany({
    where: { personId, revokedAt: null, ...(area && { area }) },
    data: { revokedAt: now },
  });
  return count;
}

/** Drops sessions that ended before `before`. @returns how many */
export async function deleteSessionsBefore(tx: Tx, before: Date): Promise<number> {
  const { count } = await tx.session.deleteMany({
    where: { OR: [{ expiresAt: { lt: before } }, { revokedAt: { lt: before } }] },
  });
  return count;
}

/** The latest sessions of a person, newest first. */
export function listSessionRows(tx: Tx, personId: string, take: number): Promise<SessionRow[]> {
  return tx.session.findMany({ where: { personId }, orderBy: { createdAt: "desc" }, take });
}
