import type { Tx } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { findCustomer } from "./customer-store.server";
import { lockKeys } from "./lock-keys.server";
import { lockToldPurchases, type PurchaseRow } from "./purchase-store.server";
import { keepPurchase } from "./record-purchase.server";
import type { PaymentNames } from "./setback-store.server";

export interface ApiSale {
  customerId: string;
  email: string | null;
  amountMinor: bigint;
  currency: string;
  clickTokens: string[];
}

export interface RecordedSale {
  purchase: PurchaseRow;
  duplicate: boolean;
  /** Fields that contradict what was told under this number before; nothing was written then. */
  conflicts: string[];
}

/**
 * The key of a sale told through the API (A16): the shop's own number of it. A shop that sells through Stripe and tells the payment's own number
 * means the payment that the webhooks tell too (M10).
 */
export function saleKey(invoiceId: string | null, paymentProcessor: string | null): string {
  if (invoiceId === null) return `api:${newId("pur")}`;
  const isStripes = /^(in|pi)_\w+$/.test(invoiceId) && (paymentProcessor === "stripe" || paymentProcessor === null);
  return isStripes ? invoiceId : `api:${invoiceId}`;
}

/** A sale by the names its payment can have, locked, with what was told of it before. */
export interface FoundSale {
  names: PaymentNames;
  known: PurchaseRow | null;
}

/** Looks a sale up that a shop's server tells. The customer's keys are locked before. */
export async function lockApiSale(tx: Tx, { invoiceId, paymentProcessor }: { invoiceId: string | null; paymentProcessor: string }): Promise<FoundSale> {
  const key = saleKey(invoiceId, paymentProcessor);
  const names = { key, paymentIntentId: key.startsWith("pi_") ? key : null, invoiceId: key.startsWith("in_") ? key : null };
  await lockKeys(tx, [key]);
  const [known = null] = await lockToldPurchases(tx, names);
  return { names, known };
}

/** Keeps a sale told by a shop's server, once per number. */
export async function recordApiSale(tx: Tx, { names, known }: FoundSale, sale: ApiSale, now: Date): Promise<RecordedSale> {
  if (known && !known.byProvider) {
    const conflicts = [
      ...(known.customerId !== sale.customerId ? ["customerExternalId"] : []),
      ...(known.paidMinor !== sale.amountMinor ? ["amount"] : []),
      ...(known.currency !== sale.currency ? ["currency"] : []),
      ...(known.clickTokens.join() !== sale.clickTokens.join() ? ["clickId"] : []),
    ];
    return { purchase: known, duplicate: true, conflicts };
  }
  if (known && (await isOfAnother(tx, known, sale.customerId))) {
    return { purchase: known, duplicate: true, conflicts: ["customerExternalId"] };
  }
  const told = {
    ...names,
    checkoutSessionId: null,
    subscriptionId: null,
    occurredAt: now,
    settlesAt: null,
    currency: sale.currency,
    paidMinor: sale.amountMinor,
    taxMinor: 0n,
    shippingMinor: 0n,
    discountMinor: 0n,
    clickTokens: sale.clickTokens,
    codes: [],
    programHint: null,
    byProvider: false,
    lines: [],
  };
  const purchase = await keepPurchase(tx, known, told, { customerId: sale.customerId, email: sale.email, fingerprintHash: null, riskLevel: null }, now);
  return { purchase, duplicate: known !== null, conflicts: [] };
}

/** Whether the shop itself named another customer of its own as the one who paid this. */
async function isOfAnother(tx: Tx, { customerId, alsoCustomerId }: PurchaseRow, told: string): Promise<boolean> {
  const buyers = [customerId, alsoCustomerId].filter((id) => id !== null);
  if (buyers.includes(told)) return false;
  const numbered = await Promise.all(buyers.map((id) => findCustomer(tx, { id })));
  return numbered.some((buyer) => buyer?.externalId != null);
}
