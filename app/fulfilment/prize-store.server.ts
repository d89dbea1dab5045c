import { balanceOf } from "~/ledger/balance-of.server";
import { championPoints, POINTS } from "~/ledger/chart-of-accounts";
import { newId } from "~/platform/ids";
import type { Tx } from "~/platform/db.server";

export interface PrizeRow {
  id: string;
  programId: string;
  nameEn: string;
  nameNl: string;
  cost: number;
  stock: number | null;
  createdAt: Date;
  withdrawnAt: Date | null;
}

export type PrizeOrderRow = NonNullable<Awaited<ReturnType<typeof lockOrder>>>;

/** One at a time per champion: what they can spend is a sum over entries that are not there yet. */
export async function lockPoints(tx: Tx, championId: string): Promise<void> {
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${`points:${championId}`}, 0))::text`;
}

/** The points a champion can spend, straight from the book. */
export async function readPoints(tx: Tx, championId: string): Promise<number> {
  return Number(-(await balanceOf(tx, championPoints(championId), POINTS)));
}

/** The prizes that are on offer, the cheapest first; of one program, or of all. */
export async function listOffered(tx: Tx, programId?: string): Promise<PrizeRow[]> {
  return await tx.prize.findMany({ where: { withdrawnAt: null, ...(programId && { programId }) }, orderBy: [{ cost: "asc" }, { id: "asc" }] });
}

export async function listPrizeRows(tx: Tx, ids: string[]): Promise<PrizeRow[]> {
  return await tx.prize.findMany({ where: { id: { in: ids } } });
}

/** Reads a prize FOR UPDATE, so that the last one is given once; null when there is none. */
export async function lockPrize(tx: Tx, id: string): Promise<PrizeRow | null> {
  await tx.$queryRaw`select id from prize where id = ${id} for update`;
  return await tx.prize.findUnique({ where: { id } });
}

export async function insertPrize(tx: Tx, prize: Omit<PrizeRow, "id" | "withdrawnAt">): Promise<string> {
  const id = newId("prz");
  await tx.prize.create({ data: { ...prize, id } });
  return id;
}

/** @returns whether it was on offer */
export async function updateWithdrawn(tx: Tx, id: string, withdrawnAt: Date): Promise<boolean> {
  return (await tx.prize.updateMany({ where: { id, withdrawnAt: null }, data: { withdrawnAt } })).count === 1;
}

/** How many of each prize were chosen and not called off. */
export async function countTaken(tx: Tx, prizeIds: string[]): Promise<Map<string, number>> {
  const rows = await tx.prizeOrder.groupBy({ by: ["prizeId"], where: { prizeId: { in: prizeIds }, undoneAt: null }, _count: true });
  return new Map(rows.map(({ prizeId, _count }) => [prizeId, _count]));
}

export async function findOrderByKey(tx: Tx, key: string) {
  return await tx.prizeOrder.findUnique({ where: { key } });
}

export async function lockOrder(tx: Tx, id: string) {
  await tx.$queryRaw`select id from prize_order where id = ${id} for update`;
  return await tx.prizeOrder.findUnique({ where: { id } });
}

type NewOrder = Pick<PrizeOrderRow, "prizeId" | "championId" | "points" | "key" | "addressSealed" | "askedAt">;

export async function insertOrder(tx: Tx, order: NewOrder): Promise<string> {
  const id = newId("por");
  await tx.prizeOrder.create({ data: { ...order, id } });
  return id;
}

export async function updateOrder(tx: Tx, id: string, changes: Partial<Omit<PrizeOrderRow, "id">>): Promise<void> {
  await tx.prizeOrder.update({ where: { id }, data: changes });
}

/** What one champion chose, the latest first. */
export async function listOrdersOf(tx: Tx, championId: string): Promise<PrizeOrderRow[]> {
  return await tx.prizeOrder.findMany({ where: { championId }, orderBy: { askedAt: "desc" }, take: 100 });
}

/** What waits to be sent, the longest waiting first, or the latest that ended. */
export async function listOrders(tx: Tx, { waiting, take }: { waiting: boolean; take: number }): Promise<PrizeOrderRow[]> {
  return waiting
    ? await tx.prizeOrder.findMany({ where: { sentAt: null, undoneAt: null }, orderBy: { askedAt: "asc" }, take })
    : await tx.prizeOrder.findMany({ where: { OR: [{ sentAt: { not: null } }, { undoneAt: { not: null } }] }, orderBy: { askedAt: "desc" }, take });
}

/** How many orders wait to be sent; null where no program ever had a prize. */
export async function countOrdersToSend(tx: Tx): Promise<number | null> {
  const waiting = await tx.prizeOrder.count({ where: { sentAt: null, undoneAt: null } });
  return waiting > 0 || (await tx.prize.count()) > 0 ? waiting : null;
}

/** Lets go of addresses of prizes sent before a moment, or called off. @returns how many */
export async function deletePrizeAddresses(tx: Tx, { sentBefore }: { sentBefore: Date }): Promise<number> {
  const { count } = await tx.prizeOrder.updateMany({
    where: { addressSealed: { not: null }, OR: [{ sentAt: { lt: sentBefore } }, { undoneAt: { not: null } }] },
    data: { addressSealed: null },
  });
  return count;
}
