import { listChampions } from "~/champions/list-champions.server";
import { listPrizeOrders } from "~/fulfilment/read-prizes.server";
import { rootDb, type Deps } from "~/platform/deps.server";

/** More than anybody packs in a day; the rest comes up as these are sent. */
const SHOWN = 100;

/** The prizes to be sent, each with whom it is for and where it may go, or those that were dealt with lately. */
export async function showPrizeOrders({ waiting }: { waiting: boolean }, { db = rootDb }: Pick<Deps, "db"> = {}) {
  return await db.transaction("show-prize-orders", async (tx) => {
    const orders = await listPrizeOrders(tx, { waiting, take: SHOWN });
    const champions = new Map((await listChampions(tx, { ids: [...new Set(orders.map(({ championId }) => championId))] })).map((one) => [one.id, one]));
    return orders.map(({ id, championId, prize, points, address, askedAt, sentAt, undoneAt, note, reason }) => ({
      id,
      displayName: champions.get(championId)?.displayName ?? "",
      personId: champions.get(championId)?.personId ?? "",
      nameEn: prize.nameEn,
      nameNl: prize.nameNl,
      points,
      address,
      askedAt,
      sentAt,
      undoneAt,
      words: note ?? reason,
    }));
  });
}

export type ShownOrder = Awaited<ReturnType<typeof showPrizeOrders>>[number];
