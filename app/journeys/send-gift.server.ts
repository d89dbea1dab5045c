import { settleGift } from "~/fulfilment/settle-gift.server";
import { recordAudit } from "~/identity/record-audit.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { refuseOwn } from "~/rewards/decidable.server";
import { getReward } from "~/rewards/get-reward.server";
import { lockForPayout } from "~/rewards/lock-for-payout.server";
import { markRewardInTransit, markRewardPaid } from "~/rewards/mark-reward.server";
import { mailGiftSent } from "./reward-mail.server";

export interface SentGift {
  rewardId: string;
  /** What was chosen, as its champion reads it. */
  item: string;
  /** The carrier's number; null without one. */
  tracking: string | null;
  by: string;
}

/**
 * A person chose a gift and sent it (F34): booked, mailed and in the trail, once. Nobody for themselves (W15).
 * @throws NotFoundError, ForbiddenError
 * @throws ConflictError `gift_not_ready`, `gift_sent`
 */
export async function sendGift(
  { rewardId, item, tracking, by }: SentGift,
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<void> {
  await db.transaction("send-gift", async (tx) => {
    const now = clock.now();
    const { championId } = await getReward(tx, rewardId);
    const { reward, otherUnsentMinor } = await lockForPayout(tx, { rewardId, championId });
    await refuseOwn(tx, reward, by);
    const { amountMinor, nettedMinor } = await settleGift(tx, reward, { otherUnsentMinor, item, tracking, by, now });
    await markRewardInTransit(tx, { rewardId, now, by });
    const paid = await markRewardPaid(tx, { rewardId, settledMinor: amountMinor + nettedMinor, now, by });
    await mailGiftSent(tx, { reward: paid, clock }, { item, tracking });
    const facts = { amountMinor: String(amountMinor), currency: reward.currency, item };
    await recordAudit(tx, { by, action: "gift.sent", object: rewardId, facts, now });
  });
}
