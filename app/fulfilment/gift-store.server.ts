import type { Tx } from "~/platform/db.server";

export type GiftRow = NonNullable<Awaited<ReturnType<typeof findGift>>>;

/** The gift of a reward; null until its address was asked for. */
export async function findGift(tx: Tx, rewardId: string) {
  return await tx.gift.findUnique({ where: { rewardId } });
}

/** Notes that an address is asked for. @returns false when it was asked for before */
export async function insertGift(tx: Tx, gift: { rewardId: string; championId: string; askedAt: Date }): Promise<boolean> {
  return (await tx.gift.createMany({ data: gift, skipDuplicates: true })).count === 1;
}

type GiftChanges = Partial<Omit<GiftRow, "rewardId" | "championId" | "askedAt">>;

export async function updateGift(tx: Tx, rewardId: string, changes: GiftChanges): Promise<void> {
  await tx.gift.update({ where: { rewardId }, data: changes });
}

/** Gifts by whether they were sent, the oldest wish first or the latest sent first. */
export async function listGiftRows(tx: Tx, { sent, take }: { sent: boolean; take: number }): Promise<GiftRow[]> {
  return sent
    ? await tx.gift.findMany({ where: { sentAt: { not: null } }, orderBy: { sentAt: "desc" }, take })
    : await tx.gift.findMany({ where: { sentAt: null, addressAt: { not: null } }, orderBy: { addressAt: "asc" }, take });
}

/** Lets go of addresses of gifts sent, or not sent and waiting, since before a moment. @returns how many */
export async function deleteAddressesBefore(tx: Tx, { sent, given }: { sent: Date; given: Date }): Promise<number> {
  const { count } = await tx.gift.updateMany({
    where: { addressSealed: { not: null }, OR: [{ sentAt: { lt: sent } }, { sentAt: null, addressAt: { lt: given } }] },
    data: { addressSealed: null },
  });
  return count;
}
