import type { Tx } from "~/platform/db.server";

/** How many gifts wait to be sent; null where nobody was ever thanked with one, so that their page need not be shown. */
export async function countGiftsToSend(tx: Tx): Promise<number | null> {
  const [{ ever, waiting } = { ever: false, waiting: 0 }] = await tx.$queryRaw<{ ever: boolean; waiting: number }[]>`
    select exists (select 1 from gift) as ever,
           (select count(*)::integer from gift g join reward r on r.id = g.reward_id and r.status = 'payable'
             where g.sent_at is null and g.address_at is not null) as waiting`;
  return ever ? waiting : null;
}
