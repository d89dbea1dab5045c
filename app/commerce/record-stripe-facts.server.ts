import { keyedHash } from "~/platform/secrets.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import type { Tx } from "~/platform/db.server";
import { lowerFirstPaidAt, type CustomerRow } from "./customer-store.server";
import { lockKeys } from "./lock-keys.server";
import { findPurchaseNamed, saveSubscription, type PurchaseRow } from "./purchase-store.server";
import { recordCustomer, recordGuest } from "./record-customer.server";
import { recordPurchase, type RecordedPurchase, type StayingFirst } from "./record-purchase.server";
import { saveDispute, saveRefund, saveWarning } from "./setback-store.server";
import type { PaymentTold } from "./stripe-payment";
import type { StripeFacts } from "./stripe-facts";

export interface RecordedFacts {
  /** A payment to decide about. */
  purchase: PurchaseRow | null;
  /** Who paid it, when both became known by it. */
  madeCustomer: CustomerRow | null;
  /** Payments of which something was taken back or given back. */
  adjustedPurchaseIds: string[];
  /** A payment the provider warns of (R12), with the id of the warning; null also when it is not known yet. */
  warned: { purchaseId: string; factKey: string } | null;
  /** A customer whose address we have seen, to be tied to a person who proved it. */
  emailHash: string | null;
}

/** Keeps what an event taught us. Saying it twice, or in another order, changes nothing (G2). */
export async function recordStripeFacts(
  facts: StripeFacts,
  stayingFirst: StayingFirst,
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<RecordedFacts> {
  return await db.transaction("record-stripe-facts", async (tx) => {
    const now = clock.now();
    const customer = facts.customer ? await recordCustomer(tx, facts.customer, now) : null;
    if (customer && facts.paidSince) await lowerFirstPaidAt(tx, customer.id, facts.paidSince);
    if (facts.subscription) {
      await lockKeys(tx, [facts.subscription.key]);
      const { stripeCustomerId: _, ...subscription } = facts.subscription;
      await saveSubscription(tx, { ...subscription, customerId: customer?.id ?? null });
    }
    const payment = facts.payment && (await recordPayment(tx, facts.payment, customer, stayingFirst, now));
    const setbacks = [...facts.refunds, ...(facts.dispute ? [facts.dispute] : [])];
    await lockKeys(tx, setbacks.flatMap(({ key, paymentKey }) => [key, paymentKey]));
    for (const refund of facts.refunds) await saveRefund(tx, refund, now);
    if (facts.dispute) await saveDispute(tx, facts.dispute, now);
    const { warning } = facts;
    if (warning) await lockKeys(tx, [warning.key, warning.paymentKey]);
    const isNews = warning !== null && (await saveWarning(tx, warning, now));
    const [warnedId] = isNews ? await purchasesOf(tx, [warning.paymentKey]) : [];
    return {
      purchase: payment && payment.purchase,
      madeCustomer: payment?.isNew && customer?.isNew && !facts.paidSince ? customer : null,
      warned: isNews && warnedId ? { purchaseId: warnedId, factKey: warning.key } : null,
      adjustedPurchaseIds: await purchasesOf(tx, setbacks.map(({ paymentKey }) => paymentKey)),
      emailHash: customer?.emailHash ?? null,
    };
  });
}

async function recordPayment(
  tx: Tx,
  told: PaymentTold,
  customer: CustomerRow | null,
  stayingFirst: StayingFirst,
  now: Date,
): Promise<RecordedPurchase> {
  const { purchase, email, fingerprint, riskLevel } = told;
  const payer = customer ?? (await recordGuest(tx, email, purchase.occurredAt));
  const fingerprintHash = fingerprint && keyedHash("fingerprint-hash", fingerprint);
  return await recordPurchase(tx, purchase, { customerId: payer?.id ?? null, email, fingerprintHash, riskLevel }, stayingFirst, now);
}

/** The purchases these payments are known as; one that is not known yet asks for nothing now (M7). */
async function purchasesOf(tx: Tx, paymentKeys: readonly string[]): Promise<string[]> {
  const ids = new Set<string>();
  for (const key of paymentKeys) {
    const found = await findPurchaseNamed(tx, key);
    if (found) ids.add(found.id);
  }
  return [...ids];
}
