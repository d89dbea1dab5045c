import type { Tx } from "~/platform/db.server";

export interface EmailChangeRow {
  id: string;
  personId: string;
  newEmail: string;
  newEmailHash: string;
  confirmHash: string;
  cancelHash: string;
  requestedAt: Date;
  confirmedAt: Date | null;
  effectiveAt: Date;
  appliedAt: Date | null;
  cancelledAt: Date | null;
}

export async function insertEmailChange(tx: Tx, row: EmailChangeRow): Promise<void> {
  await tx.emailChange.create({ data: row });
}

/** By the token of one of its two links. */
export type EmailChangeKey = { confirmHash: string } | { cancelHash: string };

export function findEmailChange(tx: Tx, key: EmailChangeKey): Promise<EmailChangeRow | null> {
  return tx.emailChange.findFirst({ where: key });
}

/** The change of a person that was neither applied nor stopped. */
export function findOpenEmailChange(tx: Tx, personId: string): Promise<EmailChangeRow | null> {
  return tx.emailChange.findFirst({
    where: { personId, appliedAt: null, cancelledAt: null },
    orderBy: { requestedAt: "desc" },
  });
}

/** Holds the row: confirming, stopping and applying happen one after another. */
export async function lockEmailChange(tx: Tx, id: string): Promise<EmailChangeRow | null> {
  await tx.$queryRaw`select id from email_change where id = ${id} for update`;
  return tx.emailChange.findUnique({ where: { id } });
}

export async function confirmEmailChangeRow(tx: Tx, id: string, now: Date): Promise<void> {
  await tx.emailChange.update({ where: { id }, data: { confirmedAt: now } });
}

/** Ends a change; the address in it is no longer needed and goes. */
export async function closeEmailChange(
  tx: Tx,
  id: string,
  end: { appliedAt: Date } | { cancelledAt: Date },
): Promise<void> {
  await tx.emailChange.update({ where: { id }, data: { ...end, newEmail: "" } });
}

/** Stops whatever change of this person is open. */
export async function closeOpenEmailChanges(tx: Tx, personId: string, now: Date): Promise<void> {
  await tx.emailChange.updateMany({
    where: { personId, appliedAt: null, cancelledAt: null },
    data: { cancelledAt: now, newEmail: "" },
  });
}

/** Drops changes that were to take effect before `before`. @returns how many */
export async function deleteEmailChangesBefore(tx: Tx, before: Date): Promise<number> {
  const { count } = await tx.emailChange.deleteMany({ where: { effectiveAt: { lt: before } } });
  return count;
}
