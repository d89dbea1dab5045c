import { previewPayout } from "~/fulfilment/preview-payout.server";
import { rootDb, type Deps } from "~/platform/deps.server";
import { getReward } from "~/rewards/get-reward.server";
import { holderOf, payableAccount } from "~/rewards/reward-holder";
import { sumUnsent } from "~/rewards/sum-unsent.server";

/**
 * What the host's own system is to pay for a reward now, in minor units, after what is owed back (M12, F40);
 * null when nothing may be paid, or Vouch hands it over itself. @throws NotFoundError
 */
export async function readOwnPayout(rewardId: string, { db = rootDb }: Pick<Deps, "db"> = {}): Promise<bigint | null> {
  return await db.transaction("read-own-payout", async (tx) => {
    const reward = await getReward(tx, rewardId);
    const { currency, dueMinor, rail, status } = reward;
    const holder = holderOf(reward);
    if (rail !== "own_payout" || status !== "payable") return null;
    const otherUnsentMinor = await sumUnsent(tx, { holder, currency, exceptId: rewardId });
    return (await previewPayout(tx, { account: payableAccount(holder), currency, dueMinor, onAccount: true, otherUnsentMinor })).amountMinor;
  });
}
