import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { NotFoundError } from "~/platform/errors";
import { findGift, updateGift } from "./gift-store.server";

/** A champion's gift arrived: its address is let go at once (L8). Told twice it changes nothing. @throws NotFoundError */
export async function receiveGift(
  { rewardId, championId }: { rewardId: string; championId: string },
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<void> {
  await db.transaction("receive-gift", async (tx) => {
    const gift = await findGift(tx, rewardId);
    if (gift?.championId !== championId || !gift.sentAt) throw new NotFoundError("gift", { rewardId });
    if (!gift.receivedAt) await updateGift(tx, rewardId, { receivedAt: clock.now(), addressSealed: null });
  });
}
