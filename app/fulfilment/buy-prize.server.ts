import { championPoints, POINTS, POINTS_SPENT, SPEND_KIND } from "~/ledger/chart-of-accounts";
import { postTransaction } from "~/ledger/post-transaction.server";
import type { Tx } from "~/platform/db.server";
import { ConflictError } from "~/platform/errors";
import { encrypt, keyFor } from "~/platform/secrets.server";
import { countTaken, findOrderByKey, insertOrder, lockPoints, lockPrize, readPoints } from "./prize-store.server";

export interface PrizeWish {
  championId: string;
  programId: string;
  prizeId: string;
  /** Of the form it was asked for with: sent twice it is one order. */
  key: string;
  /** Where it may go, as it stands on a parcel; null when they fetch it. */
  address: string | null;
  by: string;
}

/**
 * Spends a champion's points on a prize of their program: once per form, never below zero and never more than there are, however
 * many ask at once. The lock of their points keeps two wishes apart, that of the prize two champions.
 * @returns the order, and whether it is new
 * @throws ConflictError `prize_gone`, `prize_out`, `too_few_points`
 */
export async function buyPrize(tx: Tx, { championId, programId, prizeId, key, address, by }: PrizeWish, now: Date): Promise<{ orderId: string; points: number; fresh: boolean }> {
  await lockPoints(tx, championId);
  const known = await findOrderByKey(tx, key);
  if (known?.championId === championId && known.prizeId === prizeId) return { orderId: known.id, points: known.points, fresh: false };
  const prize = known ? null : await lockPrize(tx, prizeId);
  if (!prize || prize.programId !== programId || prize.withdrawnAt) throw new ConflictError("prize_gone", "the prize is not on offer", { prizeId });
  const taken = (await countTaken(tx, [prizeId])).get(prizeId) ?? 0;
  if (prize.stock !== null && taken >= prize.stock) throw new ConflictError("prize_out", "none of the prize is left", { prizeId });
  const { cost: points } = prize;
  if ((await readPoints(tx, championId)) < points) throw new ConflictError("too_few_points", "it costs more points than there are", { championId });
  const addressSealed = address === null ? null : encrypt(address, keyFor("person-data"));
  const orderId = await insertOrder(tx, { prizeId, championId, points, key, addressSealed, askedAt: now });
  await postTransaction(tx, {
    kind: SPEND_KIND,
    idemKey: `${SPEND_KIND}:${orderId}`,
    subject: orderId,
    by,
    occurredAt: now,
    entries: [
      { account: championPoints(championId), currency: POINTS, amountMinor: BigInt(points) },
      { account: POINTS_SPENT, currency: POINTS, amountMinor: -BigInt(points) },
    ],
  });
  return { orderId, points, fresh: true };
}
