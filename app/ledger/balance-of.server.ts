import type { Tx } from "~/platform/db.server";

/**
 * The balance of an account in minor units, summed from its entries: what decides about money reads no total. 0 when
 * nothing was ever booked there.
 */
export async function balanceOf(tx: Tx, account: string, currency: string): Promise<bigint> {
  const [row] = await tx.sql.rows<{ sum: bigint }>`
    select coalesce(sum(e.amount_minor), 0)::bigint as sum
      from ledger_entry e join ledger_account a on a.id = e.account_id where a.code = ${account} and a.currency = ${currency}`;
  return row?.sum ?? 0n;
}
