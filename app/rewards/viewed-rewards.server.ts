import type { Tx } from "~/platform/db.server";
import type { RewardRow } from "./reward-row";
import type { ViewedReward } from "./reward-view";

export type RewardToView = RewardRow & ViewedReward;

/** A champion's own rewards, never a friend's (W6, S10), with what a champion's view of them needs besides: an open appeal, the next try of a hand-over. */
export async function viewedRewards(
  tx: Tx,
  where: { championId: string; id?: string },
): Promise<RewardToView[]> {
  const rewards = await tx.reward.findMany({ where: { ...where, side: "champion" }, orderBy: { createdAt: "desc" } });
  const rewardId = { in: rewards.map(({ id }) => id) };
  const appeals = await tx.appeal.findMany({
    where: { rewardId, answeredAt: null },
    select: { rewardId: true, answerBy: true },
  });
  const tries = await tx.instruction.findMany({
    where: { rewardId },
    select: { rewardId: true, nextTryAt: true },
  });
  return rewards.map((reward) => ({
    ...reward,
    appealAnswerBy: appeals.find((appeal) => appeal.rewardId === reward.id)?.answerBy ?? null,
    nextTryAt: tries.find((one) => one.rewardId === reward.id)?.nextTryAt ?? null,
  }));
}
