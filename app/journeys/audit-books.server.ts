import { auditLedger } from "~/ledger/audit-ledger.server";
import { rootDb, type Deps } from "~/platform/deps.server";
import { log } from "~/platform/log.server";
import { auditRewards } from "~/rewards/audit-rewards.server";

/**
 * The job at every hour: recomputes the whole book (I1 to I9) and compares every reward with its facts and its place in
 * the book (I13 to I16). Each thing found is an alarm in the log, with the row it is about.
 * @returns how many were found
 */
export async function auditBooks({ db = rootDb }: Pick<Deps, "db"> = {}): Promise<number> {
  const findings = await db.transaction("audit-books", async (tx) => [
    ...(await auditLedger(tx)),
    ...(await auditRewards(tx)).map(({ rewardId, ...finding }) => ({ ...finding, subject: rewardId })),
  ]);
  for (const finding of findings) log.error({ ...finding }, "the books do not agree");
  return findings.length;
}
