import type { Tx } from "~/platform/db.server";
import { lockInstructionOfReward } from "./instruction-store.server";
import type { PayableReward } from "./payable-reward";
import type { Payout } from "./payout-amount";
import { pointsEntries, pointsFor } from "./points";
import { previewPayout } from "./preview-payout.server";
import { settleByHand } from "./settle-by-hand.server";

/**
 * Turns a reward that may leave into points on its champion's account, at the rate of its rules: booked once, both units side
 * by side. The caller holds the locks of the reward and its champion's sums.
 * @returns null when it was given before or may not leave any more
 */
export async function settlePoints(
  tx: Tx,
  reward: PayableReward,
  { otherUnsentMinor, perUnit, now }: { otherUnsentMinor: bigint; perUnit: number; now: Date },
): Promise<{ payout: Payout; points: number } | null> {
  const { id: rewardId, championId, currency, dueMinor, status } = reward;
  const instruction = await lockInstructionOfReward(tx, rewardId);
  if (status !== "payable" || instruction?.status !== "intended") return null;
  const payout = await previewPayout(tx, { account: instruction.account, currency, dueMinor, onAccount: true, otherUnsentMinor });
  const points = pointsFor({ amountMinor: payout.amountMinor, currency, perUnit });
  await settleByHand(tx, instruction, { payout, request: { rail: "points", points }, reference: null, also: pointsEntries(championId, points), by: "system", now });
  return { payout, points };
}
