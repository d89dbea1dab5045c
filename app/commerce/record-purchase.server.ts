import type { Tx } from "~/platform/db.server";
import { digestEmail } from "./email-digest.server";
import { lowerFirstPaidAt } from "./customer-store.server";
import { lockKeys } from "./lock-keys.server";
import { mergePurchase, type PurchaseFacts } from "./purchase";
import { findToldPurchase, insertPurchase, updatePurchase, type PurchaseRow } from "./purchase-store.server";

export interface Payer {
  customerId: string | null;
  email: string | null;
  fingerprintHash: string | null;
}

/**
 * Keeps a payment, or joins what is told now to what was told of it before: whichever of its messages come, in any
 * order and number, one payment is one purchase (M10).
 */
export async function recordPurchase(tx: Tx, told: PurchaseFacts, payer: Payer, now: Date): Promise<PurchaseRow> {
  await lockKeys(tx, [told.key, told.paymentIntentId, told.invoiceId].filter((key) => key !== null));
  const emailHash = digestEmail(payer.email)?.emailHash ?? null;
  const known = await findToldPurchase(tx, told);
  const owner = { customerId: payer.customerId, emailHash, fingerprintHash: payer.fingerprintHash };
  const row = known
    ? await updatePurchase(tx, known.row.id, mergePurchase(known.facts, told), {
        customerId: known.row.customerId ?? owner.customerId,
        emailHash: known.row.emailHash ?? owner.emailHash,
        fingerprintHash: known.row.fingerprintHash ?? owner.fingerprintHash,
      })
    : await insertPurchase(tx, told, owner, now);
  if (row.customerId) await lowerFirstPaidAt(tx, row.customerId, row.occurredAt);
  return row;
}
