import { newId } from "~/platform/ids";
import type { Tx } from "~/platform/db.server";
import type { TrustCheck } from "./outcome";

export function deleteChecks(tx: Tx, conversionId: string): void {
  tx.sql.send`delete from trust_check where conversion_id = ${conversionId}`;
}

export function insertChecks(tx: Tx, conversionId: string, checks: readonly TrustCheck[], now: Date): void {
  tx.sql.insert("trust_check", checks.map((check) => ({ id: newId("tru"), conversionId, ...check, checkedAt: now })));
}

/**
 * Puts a finding that came later beside those of the grant, in place of what the same rule found then (R31). Not where a person judged
 * this pair with that rule before them (R34). @returns whether it is there now
 */
export async function insertLateCheck(tx: Tx, conversionId: string, check: TrustCheck, now: Date): Promise<boolean> {
  const { rule, version, outcome } = check;
  const compared = JSON.stringify(check.compared);
  const rows = await tx.sql.rows<{ id: string }>`
    insert into trust_check (id, conversion_id, rule, version, outcome, compared, checked_at)
    select ${newId("tru")}, v.id, ${rule}, ${version}, ${outcome}, ${compared}::jsonb, ${now} from conversion v
     where v.id = ${conversionId} and not coalesce((
       select t.genuine and ${rule} = any(t.rules) from trust_verdict t
        where t.referral_id = v.referral_id order by t.decided_at desc, t.id desc limit 1), false)
        on conflict (conversion_id, rule) do update set version = excluded.version, outcome = excluded.outcome,
           compared = excluded.compared, checked_at = excluded.checked_at
    returning id`;
  return rows.length > 0;
}

/** What the rules found about a conversion, in the order of their numbers. */
export async function listChecks(tx: Tx, conversionId: string): Promise<TrustCheck[]> {
  const checks = await tx.trustCheck.findMany({ where: { conversionId } });
  return checks
    .map(({ rule, version, outcome, compared }) => ({ rule, version, outcome, compared: compared as TrustCheck["compared"] }))
    .sort((a, b) => a.rule.localeCompare(b.rule, "en", { numeric: true }));
}
