import { findTransferred } from "~/fulfilment/find-transferred.server";
import { noteToldDrift } from "~/fulfilment/note-told-drift.server";
import { prepareInstruction } from "~/fulfilment/prepare-instruction.server";
import { REVERSAL_KEY } from "~/fulfilment/rail";
import { recordOutsideReturn } from "~/fulfilment/record-outside-return.server";
import type { Clock } from "~/platform/clock.server";
import type { Tx } from "~/platform/db.server";
import type { TransferReversalTold } from "~/platform/gateways/stripe-payouts.server";
import { lockForPayout } from "~/rewards/lock-for-payout.server";
import { markRewardReturned } from "~/rewards/mark-reward.server";
import { holderOf, payableAccount } from "~/rewards/reward-holder";
import { mailPayoutReturned } from "./reward-mail.server";

/** Time for a person at the desk to see why, before it is paid again by itself. */
const PAUSE_MS = 24 * 3_600_000;

/**
 * A transfer was taken back at Stripe (M16). What we asked for ourselves is confirmed by its own job; what happened there
 * without us is booked, put before the desk and told to the champion. Where all of it came back and is still due, it is
 * payable again, and paid anew after a day unless something of the champion's is missing by then.
 */
export async function noteTransferReversals(
  tx: Tx,
  { transferId, reversals }: { transferId: string; reversals: readonly TransferReversalTold[] },
  clock: Clock,
): Promise<void> {
  const foreign = reversals.filter(({ metadata }) => metadata[REVERSAL_KEY] === undefined);
  const owner = foreign.length > 0 ? await findTransferred(tx, transferId) : null;
  if (!owner) return;
  const { rewardId } = owner;
  const now = clock.now();
  const { reward: before } = await lockForPayout(tx, owner);
  const { currency, rail, championId } = before;
  for (const { id: ref, amountMinor } of foreign) {
    const returned = await recordOutsideReturn(tx, { rewardId, transferId, ref, amountMinor, now });
    if (!returned) continue;
    await noteToldDrift(tx, { kind: "transfer_returned", object: ref, rewardId, ours: null, theirs: `${amountMinor} ${currency}` }, now);
    if (!returned.whole) continue;
    const reward = await markRewardReturned(tx, { rewardId, amountMinor, reason: "payout_failed", by: "stripe", now });
    if (reward.status !== "payable") continue;
    const until = new Date(now.getTime() + PAUSE_MS);
    await prepareInstruction(tx, { rewardId, championId, account: payableAccount(holderOf(reward)), rail, currency, waits: { reason: "payout_failed", until }, now });
    await mailPayoutReturned(tx, { reward, clock }, { amountMinor, retryAt: until });
  }
}
