import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import type { AdjustedRewardResult } from "~/rewards/adjust-reward-for-refunds.server";
import { settlePurchase } from "./settle-purchase.server";

/**
 * Applies what refunds and disputes took back of a payment to what it earned, in proportion and in every state (M4, M5).
 * The decision about the payment is computed along, because one that was a mistake must not come back with a refund
 * that failed. Safe to run any number of times.
 * @returns the rewards of this payment, and the milestones that counted its friend
 */
export async function settleRefund(
  { purchaseId }: { purchaseId: string },
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<AdjustedRewardResult[]> {
  const { settled, adjusted } = await settlePurchase({ purchaseId }, { db, clock });
  const conversion = settled.find(({ purchase }) => purchase.id === purchaseId)?.conversionId;
  return adjusted.filter(({ reward }) => reward.conversionId === conversion || reward.milestone > 0);
}
