import type { Clock } from "~/platform/clock.server";
import { within, type Tx } from "~/platform/db.server";
import { getProgram } from "~/programs/get-program.server";
import { holdForReview, isStoppable } from "~/rewards/hold-for-review.server";
import type { RewardRow } from "~/rewards/reward-row";
import type { TrustCheck } from "~/trust/outcome";
import { recordLateCheck } from "~/trust/record-late-check.server";
import { takeBackApprovalMail } from "./approval-mail.server";

interface Stop {
  /** Locked by the caller; those that left the house or wait for a person already only get the finding. */
  rewards: readonly RewardRow[];
  check: TrustCheck;
  /** The fact that asked for this, as the history names it. */
  factKey: string;
}

/**
 * A rule that holds found something after the grant (R12, R13): what has not left the house waits for a person, who finds it among the
 * evidence. Whoever may have read of an approval is told that we spoke too soon.
 */
export async function stopForFinding(tx: Tx, { rewards, check, factKey }: Stop, clock: Clock): Promise<void> {
  const now = clock.now();
  for (const reward of rewards) {
    if (!(await recordLateCheck(tx, reward.conversionId, check, now)) || !isStoppable(reward)) continue;
    const { calendar } = await getProgram(reward.programId, { db: within(tx), clock });
    await holdForReview(tx, reward, { calendar, factKey, now });
    if (reward.decidedAt) await takeBackApprovalMail(tx, { reward, clock });
  }
}
