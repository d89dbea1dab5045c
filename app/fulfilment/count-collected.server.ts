import { DONATION_DUE_PREFIX } from "~/ledger/chart-of-accounts";
import type { Tx } from "~/platform/db.server";

/** For how many causes something waits to be passed on; null where there never was a cause, so that its page need not be shown. */
export async function countCollected(tx: Tx): Promise<number | null> {
  if ((await tx.cause.count()) === 0) return null;
  const [{ waiting } = { waiting: 0 }] = await tx.$queryRaw<{ waiting: number }[]>`
    select count(*)::integer as waiting from (
      select 1 from ledger_entry e join ledger_account a on a.id = e.account_id and starts_with(a.code, ${DONATION_DUE_PREFIX})
       group by a.id having sum(e.amount_minor) <> 0) open`;
  return waiting;
}
