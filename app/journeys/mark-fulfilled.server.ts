import { readReceivable } from "~/fulfilment/read-receivable.server";
import { settleOwnPayout } from "~/fulfilment/settle-own-payout.server";
import { recordAudit } from "~/identity/record-audit.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { ConflictError } from "~/platform/errors";
import { refuseOwn } from "~/rewards/decidable.server";
import { getReward } from "~/rewards/get-reward.server";
import { lockForPayout } from "~/rewards/lock-for-payout.server";
import { markRewardInTransit, markRewardPaid } from "~/rewards/mark-reward.server";
import { holderOf } from "~/rewards/reward-holder";
import { decideEach, type DecisionResult } from "./decide-each.server";
import { mailPaidOut, mailSetOff } from "./reward-mail.server";

export interface FulfilledItem {
  rewardId: string;
  /** What the host paid, in minor units. */
  amountMinor: bigint;
  /** The host's own name for the payment; telling the same again changes nothing. */
  reference: string;
}

/**
 * Notes that the host's own system paid these rewards (F34, F40), each in a transaction of its own: only what may leave
 * the house, and only what was left to pay after an older receivable (M12). Nobody for themselves (W15).
 */
export async function markFulfilled(
  { items, by }: { items: readonly FulfilledItem[]; by: string },
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<DecisionResult[]> {
  return await decideEach({ items, by, act: "fulfil" }, { db, clock }, async (tx, { rewardId, amountMinor, reference }) => {
    const now = clock.now();
    const { championId } = await getReward(tx, rewardId);
    const { reward, otherUnsentMinor } = await lockForPayout(tx, { rewardId, championId });
    await refuseOwn(tx, reward, by);
    if (reward.rail !== "own_payout") throw new ConflictError("not_your_payout", "Vouch hands this reward over itself", { rewardId });
    const payout = await settleOwnPayout(tx, reward, { otherUnsentMinor, amountMinor, reference, by, now });
    if (!payout) return { outcome: "fulfilled", version: reward.version };

    await markRewardInTransit(tx, { rewardId, now, by });
    const earnedMinor = payout.amountMinor + payout.nettedMinor;
    const paid = await markRewardPaid(tx, { rewardId, settledMinor: earnedMinor, now, by });
    if (amountMinor > 0n) await mailPaidOut(tx, { reward: paid, clock }, { amountMinor, earnedMinor });
    else {
      const leftMinor = await readReceivable(tx, { holder: holderOf(reward), currency: reward.currency, unsentMinor: otherUnsentMinor });
      await mailSetOff(tx, { reward: paid, clock }, { earnedMinor, leftMinor });
    }
    const facts = { amountMinor: String(amountMinor), currency: reward.currency, reference };
    await recordAudit(tx, { by, action: "reward.fulfilled", object: rewardId, facts, now });
    return { outcome: "fulfilled", version: paid.version };
  });
}
