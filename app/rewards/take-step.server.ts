import { postTransaction } from "~/ledger/post-transaction.server";
import type { Tx } from "~/platform/db.server";
import { ConflictError } from "~/platform/errors";
import { isAllowedStep, type RewardStatus, type StepKind } from "./reward";
import { postingsBetween } from "./reward-postings";
import type { RewardRow } from "./reward-row";
import { insertRewardEvent, updateReward, type RewardChanges } from "./reward-store.server";

export interface RewardStep {
  kind: StepKind;
  to: RewardStatus;
  dueMinor?: bigint;
  /** Undefined leaves the reason that stands. */
  reason?: string | null;
  by: string;
  note?: string | null;
  /** The amount the history shows; the due amount when it is left out. */
  amountMinor?: bigint;
  /** Any further columns that change with the step. */
  changes?: RewardChanges;
  /** The ledger transaction this step undoes. */
  reversesId?: string | null;
  now: Date;
}

/**
 * The one way a reward changes: the step is one of I17, the row is compared and set, the history gets its line and
 * the ledger the difference, all in the caller's transaction.
 * @throws ConflictError `reward_step_refused` when I17 does not know the step
 */
export async function takeStep(tx: Tx, reward: RewardRow, step: RewardStep): Promise<RewardRow> {
  if (!isAllowedStep(reward.status, step.to)) {
    throw new ConflictError(
      "reward_step_refused",
      `a reward does not go from ${reward.status} to ${step.to}`,
      {
        rewardId: reward.id,
        from: reward.status,
        to: step.to,
      },
    );
  }
  const dueMinor = step.dueMinor ?? reward.dueMinor;
  const reason = step.reason === undefined ? reward.reason : step.reason;
  const after = await updateReward(tx, reward, { ...step.changes, status: step.to, dueMinor, reason });
  await insertRewardEvent(tx, {
    rewardId: reward.id,
    version: after.version,
    kind: step.kind,
    fromStatus: reward.status,
    toStatus: step.to,
    reason,
    amountMinor: step.amountMinor ?? dueMinor,
    by: step.by,
    note: step.note ?? null,
    occurredAt: step.now,
  });
  const entries = postingsBetween(reward, reward, after);
  if (entries.length > 0) {
    await postTransaction(tx, {
      kind: step.kind,
      idemKey: `${step.kind}:${reward.id}:${reward.version}`,
      subject: reward.id,
      by: step.by,
      occurredAt: step.now,
      reversesId: step.reversesId ?? null,
      entries,
    });
  }
  return after;
}
