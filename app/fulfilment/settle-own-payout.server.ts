import type { Tx } from "~/platform/db.server";
import { ConflictError } from "~/platform/errors";
import { lockInstructionOfReward } from "./instruction-store.server";
import type { PayableReward } from "./payable-reward";
import type { Payout } from "./payout-amount";
import { previewPayout } from "./preview-payout.server";
import { settleByHand } from "./settle-by-hand.server";

interface OwnPayout {
  otherUnsentMinor: bigint;
  /** Minor units of the reward's currency. */
  amountMinor: bigint;
  /** The host's own name for the payment. */
  reference: string;
  by: string;
  now: Date;
}

/**
 * The host says that it paid a reward with its own system (F34, F40): the instruction is done and the book says so, once.
 * What a champion owes back is settled first (M12), so what was paid must be what was left to pay. The caller holds the
 * locks of the reward and its champion's sums.
 * @returns what was settled; null when the same was told before
 * @throws ConflictError `reward_step_refused` while it may not be paid, `amount_differs`, `idempotency_conflict` when it
 *   was paid under another reference or with another amount
 */
export async function settleOwnPayout(
  tx: Tx,
  { id: rewardId, currency, dueMinor, status }: PayableReward,
  { otherUnsentMinor, amountMinor, reference, by, now }: OwnPayout,
): Promise<Payout | null> {
  const instruction = await lockInstructionOfReward(tx, rewardId);
  if (instruction?.status === "confirmed") {
    if (instruction.providerRef === reference && instruction.amountMinor === amountMinor) return null;
    throw new ConflictError("idempotency_conflict", "it was paid otherwise", { rewardId });
  }
  if (instruction?.status !== "intended" || status !== "payable") {
    throw new ConflictError("reward_step_refused", `a reward that is ${status} is not paid`, { rewardId });
  }
  const payout = await previewPayout(tx, { account: instruction.account, currency, dueMinor, onAccount: true, otherUnsentMinor });
  if (payout.amountMinor !== amountMinor) throw new ConflictError("amount_differs", "another amount is to be paid", { rewardId });
  await settleByHand(tx, instruction, { payout, request: { rail: "own_payout", reference }, reference, by, now });
  return payout;
}
