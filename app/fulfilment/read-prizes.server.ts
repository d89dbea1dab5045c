import type { Tx } from "~/platform/db.server";
import { decrypt, keyFor } from "~/platform/secrets.server";
import { countTaken, listOffered, listOrders, listOrdersOf, listPrizeRows, readPoints, type PrizeOrderRow, type PrizeRow } from "./prize-store.server";

/** An order with its prize, and where it may go as long as that is kept. */
export interface PrizeOrder extends Omit<PrizeOrderRow, "addressSealed"> {
  prize: PrizeRow;
  address: string | null;
}

/** A champion's points, the prizes of their program that are on offer, each with how many are left, and what they chose. */
export async function readPrizes(tx: Tx, { championId, programId }: { championId: string; programId: string }) {
  const offered = await listOffered(tx, programId);
  const taken = await countTaken(tx, offered.map(({ id }) => id));
  return {
    points: await readPoints(tx, championId),
    offered: offered.map((prize) => ({ ...prize, left: prize.stock === null ? null : Math.max(0, prize.stock - (taken.get(prize.id) ?? 0)) })),
    orders: await withPrizes(tx, await listOrdersOf(tx, championId)),
  };
}

/** What waits to be sent, the longest waiting first, or the latest that ended. */
export async function listPrizeOrders(tx: Tx, of: { waiting: boolean; take: number }): Promise<PrizeOrder[]> {
  return await withPrizes(tx, await listOrders(tx, of));
}

async function withPrizes(tx: Tx, orders: PrizeOrderRow[]): Promise<PrizeOrder[]> {
  const prizes = new Map((await listPrizeRows(tx, orders.map(({ prizeId }) => prizeId))).map((prize) => [prize.id, prize]));
  return orders.flatMap(({ addressSealed, ...order }) => {
    const prize = prizes.get(order.prizeId);
    return prize ? [{ ...order, prize, address: addressSealed && decrypt(addressSealed, keyFor("person-data")).toString("utf8") }] : [];
  });
}
