import type { Tx } from "~/platform/db.server";
import type { Clause } from "~/programs/terms";

/**
 * The clauses that bound this champion at a moment: those of the version accepted last before it. Empty when none
 * was accepted, and then nothing can be refused by one.
 */
export async function acceptedClauses(tx: Tx, championId: string, at: Date): Promise<Clause[]> {
  const [version] = await tx.sql.rows<{ clauses: Clause[] }>`
    select v.clauses from terms_acceptance a join terms_version v on v.id = a.terms_version_id
     where a.champion_id = ${championId} and a.accepted_at <= ${at} order by a.accepted_at desc limit 1`;
  // Checked when they were published, and such a row never changes.
  return version?.clauses ?? [];
}
