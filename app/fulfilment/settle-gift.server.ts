import type { Tx } from "~/platform/db.server";
import { ConflictError } from "~/platform/errors";
import { findGift, updateGift } from "./gift-store.server";
import { lockInstructionOfReward } from "./instruction-store.server";
import type { PayableReward } from "./payable-reward";
import type { Payout } from "./payout-amount";
import { previewPayout } from "./preview-payout.server";
import { settleByHand } from "./settle-by-hand.server";

interface SentGift {
  otherUnsentMinor: bigint;
  /** What was chosen, as its champion reads it. */
  item: string;
  /** The carrier's number; null without one. */
  tracking: string | null;
  by: string;
  now: Date;
}

/**
 * A person chose a gift and sent it: what is left of its worth after an older receivable (M12) is booked, once. The caller
 * holds the locks of the reward and its champion's sums.
 * @throws ConflictError `gift_sent` when it was, `gift_not_ready` while it may not be sent or nobody knows where to
 */
export async function settleGift(
  tx: Tx,
  { id: rewardId, currency, dueMinor, status }: PayableReward,
  { otherUnsentMinor, item, tracking, by, now }: SentGift,
): Promise<Payout> {
  const instruction = await lockInstructionOfReward(tx, rewardId);
  if (instruction?.status === "confirmed") throw new ConflictError("gift_sent", "it was sent before", { rewardId });
  const gift = await findGift(tx, rewardId);
  if (!gift?.addressSealed || status !== "payable" || instruction?.status !== "intended") {
    throw new ConflictError("gift_not_ready", "it cannot be sent", { rewardId });
  }
  const payout = await previewPayout(tx, { account: instruction.account, currency, dueMinor, onAccount: true, otherUnsentMinor });
  await settleByHand(tx, instruction, { payout, request: { rail: "gift", item }, reference: tracking, by, now });
  await updateGift(tx, rewardId, { item, tracking, sentAt: now, sentBy: by });
  return payout;
}
