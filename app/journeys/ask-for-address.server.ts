import { beginGift } from "~/fulfilment/begin-gift.server";
import { readReceivable } from "~/fulfilment/read-receivable.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { lockForPayout } from "~/rewards/lock-for-payout.server";
import { markRewardInTransit, markRewardPaid, markRewardWaiting } from "~/rewards/mark-reward.server";
import { holderOf } from "~/rewards/reward-holder";
import { mailAddressNeeded, mailSetOff } from "./reward-mail.server";

/**
 * A reward that is a gift may leave: its champion is asked where it may go, once, and only now (L8). What only settles an
 * older receivable asks nobody for anything (M12). Safe to run any number of times.
 */
export async function askForAddress(
  { rewardId, championId }: { rewardId: string; championId: string },
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<void> {
  await db.transaction("ask-for-address", async (tx) => {
    const now = clock.now();
    const { reward, otherUnsentMinor } = await lockForPayout(tx, { rewardId, championId });
    const begun = await beginGift(tx, reward, { otherUnsentMinor, now });
    if (begun === "asked") {
      const waiting = await markRewardWaiting(tx, { rewardId, reason: "payout_details_missing", now });
      await mailAddressNeeded(tx, { reward: waiting, clock });
    } else if (begun === "set_off") {
      const { currency, dueMinor: earnedMinor } = reward;
      await markRewardInTransit(tx, { rewardId, now });
      const paid = await markRewardPaid(tx, { rewardId, settledMinor: earnedMinor, now });
      const leftMinor = await readReceivable(tx, { holder: holderOf(reward), currency, unsentMinor: otherUnsentMinor });
      await mailSetOff(tx, { reward: paid, clock }, { earnedMinor, leftMinor });
    }
  });
}
