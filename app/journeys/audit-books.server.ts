import { auditLedger } from "~/ledger/audit-ledger.server";
import { rootDb, type Deps } from "~/platform/deps.server";
import { log } from "~/platform/log.server";
import { auditRefunds } from "~/rewards/audit-refunds.server";
import { auditRewards } from "~/rewards/audit-rewards.server";

/**
 * The job at every hour: recomputes the whole book (I1 to I9) and compares every reward with its facts, with the refunds
 * themselves and with its place in the book (I13 to I16). Each thing found is an alarm in the log, with the row it is about.
 * @returns how many were found
 */
export async function auditBooks({ db = rootDb }: Pick<Deps, "db"> = {}): Promise<number> {
  const findings = await db.transaction("audit-books", async (tx) => {
    // One moment for all questions: what is written meanwhile is neither half there nor half missing.
    await tx.$executeRaw`set transaction isolation level repeatable read, read only`;
    const ofRewards = [...(await auditRewards(tx)), ...(await auditRefunds(tx))];
    return [
      ...(await auditLedger(tx)),
      ...ofRewards.map(({ rewardId, ...finding }) => ({ ...finding, subject: rewardId })),
    ];
  });
  for (const finding of findings) log.error({ ...finding }, "the books do not agree");
  return findings.length;
}
