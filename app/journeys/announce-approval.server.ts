import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { getReward } from "~/rewards/get-reward.server";
import { mailApproved } from "./reward-mail.server";

/**
 * The job behind an approval by hand: tells the champion, once, when nobody took it back. A reward that is with them
 * by then needs no word that it will be.
 */
export async function announceApproval(
  { rewardId }: { rewardId: string },
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<void> {
  await db.transaction("announce-approval", async (tx) => {
    const reward = await getReward(tx, rewardId);
    if (["approved", "payable"].includes(reward.status)) await mailApproved(tx, { reward, clock });
  });
}
