import type { Tx } from "~/platform/db.server";
import { newId } from "~/platform/ids";

export interface Verdict {
  referralId: string;
  conversionId: string;
  /** Null takes an earlier one back. */
  genuine: boolean | null;
  source: "approval" | "refusal" | "appeal" | "undo";
  by: string;
  now: Date;
}

/** Keeps a verdict with the rules whose findings about this sale lay before the person. */
export function insertVerdict(tx: Tx, { referralId, conversionId, genuine, source, by, now }: Verdict): void {
  tx.sql.send`
    insert into trust_verdict (id, referral_id, conversion_id, genuine, rules, source, decided_at, decided_by)
    select ${newId("tru")}, ${referralId}, ${conversionId}, ${genuine},
           array(select rule from trust_check where conversion_id = ${conversionId} and outcome in ('routine_check', 'flag', 'hold') order by rule),
           ${source}, ${now}, ${by}`;
}
