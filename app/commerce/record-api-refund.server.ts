import type { Tx } from "~/platform/db.server";
import { lockKeys } from "./lock-keys.server";
import { findPurchaseNamed, type PurchaseRow } from "./purchase-store.server";
import { saleKey } from "./record-api-sale.server";
import { findRefund, keysOf, saveRefund } from "./setback-store.server";
import { isOfCurrency, OF_THE_SALE, REST_OF_PAYMENT } from "./taken-back";

export interface ApiRefund {
  refundId: string;
  saleInvoiceId: string;
  /** Null takes back whatever is left of the sale. */
  amountMinor: bigint | null;
  /** Null is the sale's own currency. */
  currency: string | null;
  kind: string;
}

export interface RecordedRefund {
  /** Null while the sale is not known: the refund waits for it (M7). */
  purchase: PurchaseRow | null;
  duplicate: boolean;
  /** Fields that contradict what was told under this number before; nothing was written then. */
  conflicts: string[];
  currencyDiffers: boolean;
}

/** Keeps a refund told by a shop's server, once per number (P6, P7). */
export async function recordApiRefund(tx: Tx, told: ApiRefund, now: Date): Promise<RecordedRefund> {
  const asStripes = saleKey(told.saleInvoiceId, null);
  // A shop may number its own sales as Stripe does.
  const asOwn = saleKey(told.saleInvoiceId, "custom");
  // A shop that pays back through Stripe and tells the refund's own number means the refund that the webhooks tell too.
  const isStripes = asStripes !== asOwn && /^(re|pyr)_\w+$/.test(told.refundId);
  const key = isStripes ? told.refundId : `api:${told.refundId}`;
  await lockKeys(tx, [key, asStripes, asOwn]);
  const purchase = (await findPurchaseNamed(tx, asOwn)) ?? (await findPurchaseNamed(tx, asStripes));
  const paymentKey = purchase?.key === asOwn ? asOwn : asStripes;
  const known = await findRefund(tx, key);
  const amountMinor = told.amountMinor ?? REST_OF_PAYMENT;
  const currency = told.currency ?? known?.currency ?? purchase?.currency ?? OF_THE_SALE;
  const currencyDiffers = purchase !== null && !isOfCurrency({ currency }, purchase.currency);
  if (known) {
    const names = [asOwn, asStripes, ...(purchase ? keysOf(purchase) : [])];
    const amountDiffers = known.amountMinor !== amountMinor && !(isStripes && told.amountMinor === null);
    const conflicts = [
      ...(!names.includes(known.paymentKey) ? ["saleInvoiceId"] : []),
      ...(amountDiffers ? ["amount"] : []),
      ...(!isOfCurrency(known, currency) ? ["currency"] : []),
      ...(known.kind !== told.kind && !isStripes ? ["kind"] : []),
    ];
    return { purchase, duplicate: true, conflicts, currencyDiffers };
  }
  if (currencyDiffers) return { purchase, duplicate: false, conflicts: [], currencyDiffers };
  await saveRefund(tx, { key, paymentKey, amountMinor, currency, status: "succeeded", kind: told.kind, occurredAt: now }, now);
  return { purchase, duplicate: false, conflicts: [], currencyDiffers: false };
}
