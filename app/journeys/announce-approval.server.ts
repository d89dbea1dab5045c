import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { getReward } from "~/rewards/get-reward.server";
import { lockForPayout } from "~/rewards/lock-for-payout.server";
import { mailApproved } from "./approval-mail.server";

/**
 * The job behind an approval by hand: tells the champion, once, when nobody took it back. A reward that is with them
 * by then needs no word that it will be.
 */
export async function announceApproval(
  { rewardId }: { rewardId: string },
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<void> {
  await db.transaction("announce-approval", async (tx) => {
    const { championId } = await getReward(tx, rewardId);
    // Held, so that an undo at this very moment comes before or after and finds the mail it has to take back.
    const { reward } = await lockForPayout(tx, { rewardId, championId });
    if (["approved", "payable"].includes(reward.status)) await mailApproved(tx, { reward, clock });
  });
}
