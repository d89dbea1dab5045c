import { championPoints, POINTS, POINTS_SPENT, UNSPEND_KIND } from "~/ledger/chart-of-accounts";
import { postTransaction } from "~/ledger/post-transaction.server";
import type { Tx } from "~/platform/db.server";
import { ConflictError, NotFoundError } from "~/platform/errors";
import { listPrizeRows, lockOrder, updateOrder, type PrizeOrderRow, type PrizeRow } from "./prize-store.server";

/** Sent or handed over, with what its champion may want to know; or called off, with why, and the points given back. */
export type OrderEnd = { sent: { note: string | null } } | { calledOff: { reason: string } };

/**
 * How an order that waits ends, once.
 * @throws NotFoundError
 * @throws ConflictError `order_ended`
 */
export async function endPrizeOrder(tx: Tx, { orderId, end, by, now }: { orderId: string; end: OrderEnd; by: string; now: Date }): Promise<{ order: PrizeOrderRow; prize: PrizeRow }> {
  const order = await lockOrder(tx, orderId);
  const [prize] = order ? await listPrizeRows(tx, [order.prizeId]) : [];
  if (!order || !prize) throw new NotFoundError("prize order", { orderId });
  if (order.sentAt || order.undoneAt) throw new ConflictError("order_ended", "somebody dealt with it", { orderId });
  if ("sent" in end) {
    await updateOrder(tx, orderId, { sentAt: now, sentBy: by, note: end.sent.note });
    return { order, prize };
  }
  await updateOrder(tx, orderId, { undoneAt: now, undoneBy: by, reason: end.calledOff.reason, addressSealed: null });
  const points = BigInt(order.points);
  await postTransaction(tx, {
    kind: UNSPEND_KIND,
    idemKey: `${UNSPEND_KIND}:${orderId}`,
    subject: orderId,
    by,
    occurredAt: now,
    entries: [
      { account: POINTS_SPENT, currency: POINTS, amountMinor: points },
      { account: championPoints(order.championId), currency: POINTS, amountMinor: -points },
    ],
  });
  return { order, prize };
}
