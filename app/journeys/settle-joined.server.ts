import { decideJoined } from "~/attribution/decide-joined";
import { recordConversion } from "~/attribution/record-decision.server";
import type { Friend } from "~/commerce/lock-friend.server";
import type { Clock } from "~/platform/clock.server";
import type { Tx } from "~/platform/db.server";
import type { AdjustedRewardResult } from "~/rewards/adjust-reward-for-refunds.server";
import type { FriendStory } from "./read-friend-story.server";
import type { SettledPayment } from "./settled-payment";
import { takeBackFrom } from "./take-back.server";

/**
 * A payment that was told under two names counts once (M10): what was decided about the one that joined the other ends,
 * and what it earned is taken back as any mistake is, in whatever state it is (A6, M5).
 * @param settled the payments that stay, as decided now
 */
export async function settleJoined(
  tx: Tx,
  { joined }: Friend,
  { records, rewards, takenBack }: FriendStory,
  settled: readonly SettledPayment[],
  clock: Clock,
): Promise<AdjustedRewardResult[]> {
  const adjusted: AdjustedRewardResult[] = [];
  for (const purchase of joined) {
    const known = records.conversions.find(({ purchaseId }) => purchaseId === purchase.id);
    const stays = settled.find((payment) => payment.purchase.id === purchase.joinedInto);
    if (!known || !stays) continue;
    const decision = decideJoined(purchase.id, stays.conversionId);
    const about = { purchaseId: purchase.id, leadId: null };
    await recordConversion(tx, { about, occurredAt: purchase.occurredAt, decision, referral: null, known }, clock.now());
    const earned = rewards.filter(({ conversionId }) => conversionId === known.id);
    adjusted.push(...(await takeBackFrom(tx, { purchase, conversionId: known.id, earnedIds: [], rewards: earned }, takenBack, clock)));
  }
  return adjusted;
}
