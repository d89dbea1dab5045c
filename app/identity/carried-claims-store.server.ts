import type { Tx } from "~/platform/db.server";

export interface CarriedClaimsRow {
  /** The sign-in request or membership it came with. */
  source: string;
  emailHash: string;
  tokens: string[];
  presentedAt: Date;
}

export async function insertCarriedClaims(tx: Tx, row: CarriedClaimsRow): Promise<void> {
  await tx.carriedClaims.createMany({ data: row, skipDuplicates: true });
}

/** Removes the rows of these mailboxes. @returns them, oldest first */
export async function deleteCarriedClaimsOf(tx: Tx, emailHashes: readonly string[]): Promise<CarriedClaimsRow[]> {
  return await tx.sql.rows<CarriedClaimsRow>`
    with gone as (delete from carried_claims where email_hash = any(${emailHashes}) returning *)
    select source, email_hash, tokens, presented_at from gone order by presented_at, source`;
}

export async function deleteCarriedClaimsBefore(tx: Tx, before: Date): Promise<number> {
  return (await tx.carriedClaims.deleteMany({ where: { presentedAt: { lt: before } } })).count;
}
