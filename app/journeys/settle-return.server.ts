import { prepareInstruction } from "~/fulfilment/prepare-instruction.server";
import type { ReturnedFrom } from "~/notices/mail-values";
import type { Clock } from "~/platform/clock.server";
import type { Tx } from "~/platform/db.server";
import { getReward } from "~/rewards/get-reward.server";
import { markRewardReturned } from "~/rewards/mark-reward.server";
import { holderOf, payableAccount } from "~/rewards/reward-holder";
import { mailTakenBack } from "./reward-mail.server";

interface Returned {
  rewardId: string;
  /** What came back, in minor units. */
  amountMinor: bigint;
  /** Nothing of it is left outside. */
  whole: boolean;
  from: ReturnedFrom;
}

/**
 * What follows when a hand-over came back after a refund: its champion is told that it was taken back. Where all came back
 * and something is due after all, it is handed over anew. The caller holds the champion's sums.
 */
export async function settleReturn(tx: Tx, { rewardId, amountMinor, whole, from }: Returned, clock: Clock): Promise<void> {
  const now = clock.now();
  const reward = whole ? await markRewardReturned(tx, { rewardId, amountMinor, reason: null, now }) : await getReward(tx, rewardId);
  await mailTakenBack(tx, { reward, clock }, { amountMinor, from });
  const { championId, rail, currency } = reward;
  const account = payableAccount(holderOf(reward));
  if (reward.status === "payable") await prepareInstruction(tx, { rewardId, championId, account, rail, currency, now });
}
