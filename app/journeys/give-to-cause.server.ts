import { readReceivable } from "~/fulfilment/read-receivable.server";
import { settleToCause } from "~/fulfilment/settle-to-cause.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { lockForPayout } from "~/rewards/lock-for-payout.server";
import { markRewardInTransit, markRewardPaid, markRewardWaiting } from "~/rewards/mark-reward.server";
import { holderOf } from "~/rewards/reward-holder";
import { mailCauseNeeded, mailDonated, mailSetOff } from "./reward-mail.server";

/**
 * A reward that is a donation may leave: it is collected for the cause its champion chose, once, or they are asked to
 * choose one. Safe to run any number of times.
 */
export async function giveToCause(
  { rewardId, championId }: { rewardId: string; championId: string },
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<void> {
  await db.transaction("give-to-cause", async (tx) => {
    const now = clock.now();
    const { reward, otherUnsentMinor } = await lockForPayout(tx, { rewardId, championId });
    const collected = await settleToCause(tx, reward, { otherUnsentMinor, now });
    if (collected.kind === "nothing") return;
    if (collected.kind === "no_cause") {
      const waiting = await markRewardWaiting(tx, { rewardId, reason: "payout_details_missing", now });
      return await mailCauseNeeded(tx, { reward: waiting, clock });
    }
    const { amountMinor, nettedMinor } = collected.payout;
    const earnedMinor = amountMinor + nettedMinor;
    await markRewardInTransit(tx, { rewardId, now });
    const paid = await markRewardPaid(tx, { rewardId, settledMinor: earnedMinor, now });
    if (collected.cause) return await mailDonated(tx, { reward: paid, clock }, { amountMinor, cause: collected.cause });
    const leftMinor = await readReceivable(tx, { holder: holderOf(reward), currency: reward.currency, unsentMinor: otherUnsentMinor });
    await mailSetOff(tx, { reward: paid, clock }, { earnedMinor, leftMinor });
  });
}
