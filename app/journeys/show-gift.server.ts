import { findGiftOf, type Gift } from "~/fulfilment/find-gift.server";
import { rootDb, type Deps } from "~/platform/deps.server";
import { NotFoundError } from "~/platform/errors";
import { getReward } from "~/rewards/get-reward.server";

export interface ShownGift extends Gift {
  amountMinor: bigint;
  currency: string;
  /** It may still be sent, so an address helps. */
  open: boolean;
}

/** A champion's own gift. @throws NotFoundError for another's, or one nobody asked about yet */
export async function showGift(
  { rewardId, championId }: { rewardId: string; championId: string },
  { db = rootDb }: Pick<Deps, "db"> = {},
): Promise<ShownGift> {
  return await db.transaction("show-gift", async (tx) => {
    const gift = await findGiftOf(tx, rewardId);
    if (gift?.championId !== championId) throw new NotFoundError("gift", { rewardId });
    const { dueMinor, currency, status } = await getReward(tx, rewardId);
    return { ...gift, amountMinor: dueMinor, currency, open: status === "payable" };
  });
}
