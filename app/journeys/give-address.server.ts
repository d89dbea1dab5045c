import { keepAddress } from "~/fulfilment/keep-address.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { ConflictError, NotFoundError } from "~/platform/errors";
import { getReward } from "~/rewards/get-reward.server";
import { lockForPayout } from "~/rewards/lock-for-payout.server";
import { markRewardWaiting } from "~/rewards/mark-reward.server";

/**
 * A champion says where a gift may go, or says it otherwise while it was not sent.
 * @throws NotFoundError for a reward of somebody else, or one nobody asked about
 * @throws ConflictError `gift_sent` once it is too late
 */
export async function giveAddress(
  { rewardId, championId, address }: { rewardId: string; championId: string; address: string },
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<void> {
  await db.transaction("give-address", async (tx) => {
    const now = clock.now();
    const owner = await getReward(tx, rewardId);
    if (owner.championId !== championId) throw new NotFoundError("reward", { rewardId });
    const { reward } = await lockForPayout(tx, { rewardId, championId });
    if (reward.status !== "payable") throw new ConflictError("gift_sent", "nothing is to be sent any more", { rewardId });
    await keepAddress(tx, { rewardId, championId, address, now });
    await markRewardWaiting(tx, { rewardId, reason: null, now });
  });
}
