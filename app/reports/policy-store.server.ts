import type { Tx } from "~/platform/db.server";
import type { TrustCheck } from "~/trust/outcome";
import type { PastReward } from "./policy";

export type PastRewardRow = Omit<PastReward, "takenBack" | "checks"> & {
  purchaseId: string;
  currency: string;
  /** None were kept of a payment from before anybody checked. */
  checks: TrustCheck[] | null;
};

/**
 * The rewards that payments of a window earned, newest first; those that rules or trust refused at once, and those that facts
 * heard of later corrected away, earned nothing under any policy; milestones
 * are given for no payment.
 */
export async function listPastRewards(
  tx: Tx,
  of: { programId: string; from: Date; until: Date; atMost: number },
): Promise<PastRewardRow[]> {
  return await tx.sql.rows<PastRewardRow>`
    select r.id as reward_id, r.champion_id, p.id as purchase_id, p.occurred_at as paid_at, r.created_at as granted_at, p.settles_at,
           r.granted_minor, r.paid_minor, r.currency, r.status = 'rejected' as refused,
           (select rule ->> 'approval' from jsonb_array_elements(v.rules -> 'rewards') rule where rule ->> 'key' = r.rule_key) as approval,
           (select json_agg(json_build_object('rule', t.rule, 'version', t.version, 'outcome', t.outcome, 'compared', t.compared))
              from trust_check t where t.conversion_id = r.conversion_id) as checks
      from reward r
      join conversion c on c.id = r.conversion_id
      join purchase p on p.id = c.purchase_id
      join program_version v on v.id = r.program_version_id
     where r.program_id = ${of.programId} and r.side = 'champion' and r.milestone = 0 and c.occurred_at >= ${of.from} and c.occurred_at < ${of.until}
       and not (r.status = 'rejected' and r.decided_by not like 'person:%') and r.reason is distinct from 'correction'
     order by c.occurred_at desc, r.id desc limit ${of.atMost}`;
}
