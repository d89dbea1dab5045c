import { getChampion } from "~/champions/get-champion.server";
import { buyPrize, type PrizeWish } from "~/fulfilment/buy-prize.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";

/** A champion spends points on a prize of their program. @throws as `buyPrize` */
export async function choosePrize(wish: Omit<PrizeWish, "programId">, { db = rootDb, clock = systemClock }: Deps = {}) {
  return await db.transaction("choose-prize", async (tx) => {
    const { programId } = await getChampion(tx, wish.championId);
    return await buyPrize(tx, { ...wish, programId }, clock.now());
  });
}
