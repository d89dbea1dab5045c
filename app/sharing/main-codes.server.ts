import type { Tx } from "~/platform/db.server";

/** The present code of each champion's main link; who has not joined yet has none. */
export async function mainCodes(tx: Tx, championIds: string[]): Promise<Map<string, string>> {
  const rows = await tx.$queryRaw<{ championId: string; code: string }[]>`
    select l.champion_id as "championId", c.key as code
      from link l join referral_code c on c.link_id = l.id and c.is_current
     where l.is_main and l.champion_id = any(${championIds})`;
  return new Map(rows.map(({ championId, code }) => [championId, code]));
}
