import { reportDb, type Deps } from "~/platform/deps.server";
import type { RuleRecord } from "~/trust/rule-record";
import { countFindings } from "./trust-store.server";

/** How often each trust rule was right in one program, from verdicts, appeals and refunds (R37); rules that found nothing are left out. */
export async function measureRules(programId: string, { db = reportDb }: Pick<Deps, "db"> = {}): Promise<RuleRecord[]> {
  return await db.transaction("measure-rules", (tx) => countFindings(tx, programId));
}
