import type { Tx } from "~/platform/db.server";
import { findChosenCause } from "./cause-store.server";
import { lockInstructionOfReward } from "./instruction-store.server";
import type { PayableReward } from "./payable-reward";
import type { Payout } from "./payout-amount";
import { previewPayout } from "./preview-payout.server";
import { settleByHand } from "./settle-by-hand.server";

export type Collected =
  | { kind: "nothing" }
  /** Its champion has to choose a cause first. */
  | { kind: "no_cause" }
  /** Booked; `cause` is null where an older receivable took all of it (M12). */
  | { kind: "collected"; payout: Payout; cause: string | null };

/**
 * Collects a reward that may leave for the cause its champion chose: booked once, passed on later with all the others.
 * The caller holds the locks of the reward and its champion's sums.
 */
export async function settleToCause(
  tx: Tx,
  { id: rewardId, championId, currency, dueMinor, status }: PayableReward,
  { otherUnsentMinor, now }: { otherUnsentMinor: bigint; now: Date },
): Promise<Collected> {
  const instruction = await lockInstructionOfReward(tx, rewardId);
  if (status !== "payable" || instruction?.status !== "intended") return { kind: "nothing" };
  const payout = await previewPayout(tx, { account: instruction.account, currency, dueMinor, onAccount: true, otherUnsentMinor });
  const cause = payout.amountMinor > 0n ? await findChosenCause(tx, championId) : null;
  if (payout.amountMinor > 0n && !cause) return { kind: "no_cause" };
  const request = { rail: "donation", causeId: cause?.id ?? null } as const;
  await settleByHand(tx, instruction, { payout, request, reference: null, by: "system", now });
  return { kind: "collected", payout, cause: cause?.name ?? null };
}
