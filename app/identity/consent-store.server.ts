import type { Tx } from "~/platform/db.server";

export interface ConsentRow {
  id: string;
  personId: string;
  purpose: string;
  basis: string;
  wording: string;
  givenAt: Date;
  withdrawnAt: Date | null;
}

export async function insertConsent(tx: Tx, row: ConsentRow): Promise<void> {
  await tx.consent.create({ data: row });
}

export function findLiveConsent(tx: Tx, personId: string, purpose: string): Promise<ConsentRow | null> {
  return tx.consent.findFirst({ where: { personId, purpose, withdrawnAt: null }, orderBy: { givenAt: "desc" } });
}

/** @returns how many stood */
export async function withdrawConsentRows(tx: Tx, personId: string, purpose: string, now: Date): Promise<number> {
  const where = { personId, purpose, withdrawnAt: null };
  return (await tx.consent.updateMany({ where, data: { withdrawnAt: now } })).count;
}
