import { rootDb, type Deps } from "~/platform/deps.server";
import { countTaken, listOffered, type PrizeRow } from "./prize-store.server";

/** The prizes on offer in all programs, each with how many were chosen. */
export async function listOffers({ db = rootDb }: Pick<Deps, "db"> = {}): Promise<(PrizeRow & { taken: number })[]> {
  return await db.transaction("list-offers", async (tx) => {
    const offered = await listOffered(tx);
    const taken = await countTaken(tx, offered.map(({ id }) => id));
    return offered.map((prize) => ({ ...prize, taken: taken.get(prize.id) ?? 0 }));
  });
}
