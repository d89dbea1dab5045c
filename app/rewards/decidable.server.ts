import type { Tx } from "~/platform/db.server";
import { ConflictError, ForbiddenError } from "~/platform/errors";
import { isUndecided } from "./reward";
import { personBehind } from "./person-behind.server";
import { personsOfFriend } from "./persons-of-friend.server";
import type { RewardRow } from "./reward-row";
import { lockReward, personOfChampion } from "./reward-store.server";

interface Decision {
  rewardId: string;
  by: string;
  expectedVersion: number;
}

/**
 * Locks a reward somebody wants to decide about.
 * @throws ConflictError `reward_changed` when it is not what they looked at, `reward_step_refused` when it is decided
 * @throws ForbiddenError when it is their own (W15, I38)
 */
export async function decidable(tx: Tx, { rewardId, by, expectedVersion }: Decision): Promise<RewardRow> {
  const reward = await lockReward(tx, rewardId);
  await refuseOwn(tx, reward, by);
  if (reward.version !== expectedVersion) {
    throw new ConflictError("reward_changed", "the reward changed since it was shown", { rewardId });
  }
  if (!isUndecided(reward.status)) {
    throw new ConflictError("reward_step_refused", `a reward that is ${reward.status} is not decided again`, {
      rewardId,
    });
  }
  return reward;
}

/** A reward with the friend it may be for, or something else that is a champion's. */
type Owned = Pick<RewardRow, "championId"> & Partial<Pick<RewardRow, "side" | "conversionId">>;

/**
 * Nobody decides about their own reward, as champion or as friend, or answers their own question; nor does a key they made.
 * @throws ForbiddenError
 */
export async function refuseOwn(tx: Tx, { championId, side, conversionId }: Owned, by: string): Promise<void> {
  const friends = side === "friend" && conversionId ? await personsOfFriend(tx, conversionId) : [];
  const owners = [await personOfChampion(tx, championId), ...friends].map((id) => `person:${id}`);
  if (owners.includes(await personBehind(tx, by))) {
    throw new ForbiddenError("nobody decides about their own reward or question");
  }
}
