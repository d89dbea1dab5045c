import type { Tx } from "~/platform/db.server";

/**
 * The balance of an account in minor units, summed from its entries: what decides about money reads no total. 0 when
 * nothing was ever booked there.
 */
export async function balanceOf(tx: Tx, account: string, currency: string): Promise<bigint> {
  const row = await tx.ledgerAccount.findUnique({
    where: { code_currency: { code: account, currency } },
    select: { id: true },
  });
  if (!row) return 0n;
  const { _sum } = await tx.ledgerEntry.aggregate({
    where: { accountId: row.id },
    _sum: { amountMinor: true },
  });
  return _sum.amountMinor ?? 0n;
}
