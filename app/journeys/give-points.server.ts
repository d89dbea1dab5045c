import { readReceivable } from "~/fulfilment/read-receivable.server";
import { settlePoints } from "~/fulfilment/settle-points.server";
import { within } from "~/platform/db.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { getProgramVersion } from "~/programs/get-program-version.server";
import { lockForPayout } from "~/rewards/lock-for-payout.server";
import { markRewardInTransit, markRewardPaid } from "~/rewards/mark-reward.server";
import { holderOf } from "~/rewards/reward-holder";
import { mailPointsGiven, mailSetOff } from "./reward-mail.server";

/** A reward that is given as points may leave: it is on its champion's account here at once, once. Safe to run any number of times. */
export async function givePoints(
  { rewardId, championId }: { rewardId: string; championId: string },
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<void> {
  await db.transaction("give-points", async (tx) => {
    const now = clock.now();
    const { reward, otherUnsentMinor } = await lockForPayout(tx, { rewardId, championId });
    const { rules } = await getProgramVersion(reward.programVersionId, { db: within(tx) });
    const given = await settlePoints(tx, reward, { otherUnsentMinor, perUnit: rules.pointsPerUnit, now });
    if (!given) return;
    const { amountMinor, nettedMinor } = given.payout;
    const earnedMinor = amountMinor + nettedMinor;
    await markRewardInTransit(tx, { rewardId, now });
    const paid = await markRewardPaid(tx, { rewardId, settledMinor: earnedMinor, now });
    if (amountMinor > 0n) return await mailPointsGiven(tx, { reward: paid, clock }, { points: given.points });
    const leftMinor = await readReceivable(tx, { holder: holderOf(reward), currency: reward.currency, unsentMinor: otherUnsentMinor });
    await mailSetOff(tx, { reward: paid, clock }, { earnedMinor, leftMinor });
  });
}
