import type { Tx } from "~/platform/db.server";
import { insertGift } from "./gift-store.server";
import { lockInstructionOfReward } from "./instruction-store.server";
import type { PayableReward } from "./payable-reward";
import { previewPayout } from "./preview-payout.server";
import { settleByHand } from "./settle-by-hand.server";

/**
 * Begins a gift that may leave. Where an older receivable takes all of it there is nothing to send, and it is settled at
 * once (M12). The caller holds the locks of the reward and its champion's sums.
 * @returns what happened; `nothing` when it was begun before or may not leave any more
 */
export async function beginGift(
  tx: Tx,
  { id: rewardId, championId, currency, dueMinor, status }: PayableReward,
  { otherUnsentMinor, now }: { otherUnsentMinor: bigint; now: Date },
): Promise<"asked" | "set_off" | "nothing"> {
  const instruction = await lockInstructionOfReward(tx, rewardId);
  if (status !== "payable" || instruction?.status !== "intended") return "nothing";
  const payout = await previewPayout(tx, { account: instruction.account, currency, dueMinor, onAccount: true, otherUnsentMinor });
  if (payout.amountMinor > 0n) return (await insertGift(tx, { rewardId, championId, askedAt: now })) ? "asked" : "nothing";
  await settleByHand(tx, instruction, { payout, request: { rail: "gift", item: "" }, reference: null, by: "system", now });
  return "set_off";
}
