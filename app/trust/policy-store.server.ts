import type { Tx } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import type { TrustPolicy } from "./trust-policy";

/** The latest policy of a program; null when nobody chose one. */
export async function findPolicy(tx: Tx, programId: string): Promise<TrustPolicy | null> {
  const [row] = await tx.sql.rows<TrustPolicy>`
    select level, advice_only, banned_hosts, margin_percent from trust_policy
     where program_id = ${programId} order by decided_at desc, id desc limit 1`;
  return row ?? null;
}

export async function insertPolicy(
  tx: Tx,
  policy: TrustPolicy & { programId: string; decidedAt: Date; decidedBy: string },
): Promise<void> {
  const { adviceOnly, bannedHosts, ...rest } = policy;
  await tx.trustPolicy.create({ data: { id: newId("tru"), ...rest, adviceOnly: [...adviceOnly], bannedHosts: [...bannedHosts] } });
}
