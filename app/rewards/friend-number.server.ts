import type { Tx } from "~/platform/db.server";
import { countFriendsThankedBefore, lockChampionSums } from "./reward-store.server";

/**
 * Which of a champion's friends this is, by who was thanked for first; the champion's sums are locked from here on, so that
 * two friends at once are not both the third.
 */
export async function friendNumber(tx: Tx, friend: { championId: string; referralId: string }): Promise<number> {
  await lockChampionSums(tx, friend.championId);
  return 1 + (await countFriendsThankedBefore(tx, friend));
}
