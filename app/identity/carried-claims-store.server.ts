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
  const where = { emailHash: { in: [...emailHashes] } };
  const rows = await tx.carriedClaims.findMany({ where, orderBy: [{ presentedAt: "asc" }, { source: "asc" }] });
  if (rows.length > 0) await tx.carriedClaims.deleteMany({ where: { source: { in: rows.map(({ source }) => source) } } });
  return rows;
}

export async function deleteCarriedClaimsBefore(tx: Tx, before: Date): Promise<number> {
  return (await tx.carriedClaims.deleteMany({ where: { presentedAt: { lt: before } } })).count;
}
