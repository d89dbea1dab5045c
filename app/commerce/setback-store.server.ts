import { Prisma } from "../../prisma/generated/client";
import { newId } from "~/platform/ids";
import type { Tx } from "~/platform/db.server";
import { columnsOf } from "~/platform/sql.server";
import { mergeDispute } from "./dispute-state";
import { higherRefundStatus, type RefundStatus } from "./refund-status";
import type { DisputeTold, RefundTold, WarningTold } from "./stripe-facts";
import { REST_OF_PAYMENT } from "./taken-back";

const REFUND = columnsOf(Prisma.RefundScalarFieldEnum);
const DISPUTE = columnsOf(Prisma.DisputeScalarFieldEnum);

/** A payment by every name a refund or dispute may call it. */
export interface PaymentNames {
  key: string;
  paymentIntentId: string | null;
  invoiceId: string | null;
}

/**
 * Keeps a refund, or moves the known one up its ladder (M6). A credit note's amount follows what it links to, and whoever
 * knows how much was paid back goes before who only said "the rest".
 * @returns whether anything is new
 */
export async function saveRefund(tx: Tx, told: RefundTold, now: Date): Promise<boolean> {
  const known = await tx.refund.findUnique({ where: { key: told.key } });
  if (!known) {
    // A credit note whose refunds stand for all of it takes nothing back by itself.
    if (told.amountMinor === 0n) return false;
    await tx.refund.create({ data: { id: newId("rfd"), ...told, recordedAt: now } });
    return true;
  }
  const status = higherRefundStatus(known.status as RefundStatus, told.status);
  const follows = told.kind === "credit_note" || known.amountMinor === REST_OF_PAYMENT;
  const amountMinor = follows && told.amountMinor > 0n ? told.amountMinor : known.amountMinor;
  if (status === known.status && amountMinor === known.amountMinor) return false;
  await tx.refund.update({ where: { key: told.key }, data: { status, amountMinor } });
  return true;
}

/** Keeps a dispute, or what it came to by now. @returns whether anything is new */
export async function saveDispute(tx: Tx, told: DisputeTold, now: Date): Promise<boolean> {
  const known = await tx.dispute.findUnique({ where: { key: told.key } });
  if (!known) {
    await tx.dispute.create({ data: { id: newId("dsp"), ...told, recordedAt: now } });
    return true;
  }
  const state = mergeDispute(known, told);
  if (state.status === known.status && state.fundsWithdrawn === known.fundsWithdrawn) return false;
  await tx.dispute.update({ where: { key: told.key }, data: state });
  return true;
}

/** Keeps an early warning, once. @returns whether it is new */
export async function saveWarning(tx: Tx, told: WarningTold, now: Date): Promise<boolean> {
  const { count } = await tx.fraudWarning.createMany({ data: { id: newId("frw"), ...told, recordedAt: now }, skipDuplicates: true });
  return count === 1;
}

export async function findRefund(tx: Tx, key: string) {
  return await tx.refund.findUnique({ where: { key } });
}

/** The names under which a payment is paid back. */
export function keysOf(names: PaymentNames): string[] {
  return [names.key, names.paymentIntentId, names.invoiceId].filter((key) => key !== null);
}

/** Everything that takes back of payments, oldest first. */
export async function listSetbacks(tx: Tx, keys: string[]) {
  const [refunds, disputes] = await Promise.all([
    tx.sql.rows<Prisma.RefundGetPayload<object>>`
      select ${REFUND} from refund where payment_key = any(${keys}) order by occurred_at, key`,
    tx.sql.rows<Prisma.DisputeGetPayload<object>>`
      select ${DISPUTE} from dispute where payment_key = any(${keys}) order by occurred_at, key`,
  ]);
  return { refunds, disputes };
}
