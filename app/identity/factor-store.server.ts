import type { Tx } from "~/platform/db.server";

export interface PasskeyRow {
  id: string;
  personId: string;
  credentialId: string;
  publicKey: Uint8Array<ArrayBuffer>;
  counter: bigint;
  transports: string[];
  label: string;
  createdAt: Date;
  lastUsedAt: Date | null;
}

export interface TotpRow {
  personId: string;
  secretSealed: Uint8Array<ArrayBuffer>;
  createdAt: Date;
  confirmedAt: Date | null;
  lastStep: bigint | null;
}

export function listPasskeys(tx: Tx, personId: string): Promise<PasskeyRow[]> {
  return tx.passkey.findMany({ where: { personId }, orderBy: { createdAt: "asc" } });
}

export async function insertPasskey(tx: Tx, row: PasskeyRow): Promise<void> {
  await tx.passkey.create({ data: row });
}

export async function notePasskeyUse(tx: Tx, id: string, counter: bigint, now: Date): Promise<void> {
  await tx.passkey.update({ where: { id }, data: { counter, lastUsedAt: now } });
}

/** @returns false when this person has no such passkey */
export async function deletePasskey(tx: Tx, personId: string, id: string): Promise<boolean> {
  const { count } = await tx.passkey.deleteMany({ where: { id, personId } });
  return count === 1;
}

export function findTotp(tx: Tx, personId: string): Promise<TotpRow | null> {
  return tx.totpFactor.findUnique({ where: { personId } });
}

/** Holds the row, so that one step cannot be accepted twice at the same moment. */
export async function lockTotp(tx: Tx, personId: string): Promise<TotpRow | null> {
  await tx.$queryRaw`select person_id from totp_factor where person_id = ${personId} for update`;
  return findTotp(tx, personId);
}

/** Does nothing when one is there already. */
export async function insertTotpIfNone(tx: Tx, row: TotpRow): Promise<void> {
  await tx.totpFactor.createMany({ data: [row], skipDuplicates: true });
}

export async function noteTotpUse(
  tx: Tx,
  personId: string,
  change: { lastStep: bigint; confirmedAt?: Date },
): Promise<void> {
  await tx.totpFactor.update({ where: { personId }, data: change });
}

/** @returns false when there was none */
export async function deleteTotp(tx: Tx, personId: string): Promise<boolean> {
  const { count } = await tx.totpFactor.deleteMany({ where: { personId } });
  return count === 1;
}

/** Whether a passkey or a confirmed authenticator stands. */
export async function hasFactor(tx: Tx, personId: string): Promise<boolean> {
  return (await countFactors(tx, personId)) > 0;
}

/** How many factors stand, holding them all: two removals at once must not take the last two. */
export async function lockFactors(tx: Tx, personId: string): Promise<number> {
  await tx.$queryRaw`select id from passkey where person_id = ${personId} order by id for update`;
  await tx.$queryRaw`select person_id from totp_factor where person_id = ${personId} for update`;
  return countFactors(tx, personId);
}

async function countFactors(tx: Tx, personId: string): Promise<number> {
  const [row] = await tx.sql.rows<{ count: number }>`
    select ((select count(*) from passkey where person_id = ${personId})
          + (select count(*) from totp_factor where person_id = ${personId} and confirmed_at is not null))::integer as count`;
  return row?.count ?? 0;
}

/** @returns how many of each kind were there; an authenticator that was never confirmed does not count */
export async function deleteAllFactors(tx: Tx, personId: string): Promise<{ passkeys: number; totp: number }> {
  const totp = await tx.totpFactor.count({ where: { personId, confirmedAt: { not: null } } });
  await tx.totpFactor.deleteMany({ where: { personId } });
  const { count: passkeys } = await tx.passkey.deleteMany({ where: { personId } });
  return { passkeys, totp };
}
