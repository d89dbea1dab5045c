import { auditDonations } from "~/fulfilment/audit-donations.server";
import { auditPoints } from "~/fulfilment/audit-points.server";
import { auditInstructions } from "~/fulfilment/audit-instructions.server";
import { auditChain, type NotedHead } from "~/ledger/audit-chain.server";
import { auditLedger } from "~/ledger/audit-ledger.server";
import { auditTotals } from "~/ledger/audit-totals.server";
import { auditSeals } from "~/platform/audit-seals.server";
import type { Tx } from "~/platform/db.server";
import { auditMilestones } from "~/rewards/audit-milestones.server";
import { auditRefunds } from "~/rewards/audit-refunds.server";
import { auditRewards } from "~/rewards/audit-rewards.server";

export interface BookFinding {
  /** Which guarantee does not hold: its number in `docs/reliability.md`. */
  invariant: string;
  /** The row it is about. */
  subject: string;
  detail: string;
}

/** How many rows are named of one kind. */
const LIMIT = 100;

/**
 * Recomputes the whole book (I1 to I9) with its chain (I10), and compares it with the facts: every reward with what was
 * booked and with the refunds and milestones themselves (I13 to I16), every hand-over with its booking (I32), every fact with its seal (I41).
 * @param noted a head of the chain that was written down outside the database
 */
export async function inspectBooks(
  tx: Tx,
  { now, noted }: { now: Date; noted?: NotedHead },
): Promise<{ findings: BookFinding[]; head: NotedHead }> {
  const chain = await auditChain(tx, { now, noted, limit: LIMIT });
  const ofRewards = [...(await auditRewards(tx)), ...(await auditRefunds(tx)), ...(await auditMilestones(tx))];
  return {
    head: chain.head,
    findings: [
      ...(await auditLedger(tx)),
      ...(await auditTotals(tx, LIMIT)),
      ...chain.findings,
      ...ofRewards.map(({ rewardId, ...finding }) => ({ ...finding, subject: rewardId })),
      ...(await auditInstructions(tx, LIMIT)),
      ...(await auditDonations(tx, LIMIT)),
      ...(await auditPoints(tx, LIMIT)),
      ...(await auditSeals(tx, LIMIT)),
    ],
  };
}
