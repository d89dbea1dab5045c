import type { Tx } from "~/platform/db.server";
import { digestEmail } from "./email-digest.server";
import { lowerFirstPaidAt } from "./customer-store.server";
import { joinPurchases } from "./join-purchases.server";
import { lockKeys } from "./lock-keys.server";
import { mergePurchase, type PurchaseFacts } from "./purchase";
import { insertPurchase, listLines, lockToldPurchases, updatePurchase, type PurchaseRow } from "./purchase-store.server";

export interface Payer {
  customerId: string | null;
  email: string | null;
  fingerprintHash: string | null;
  /** How risky the provider found it (R12). */
  riskLevel: string | null;
}

export interface RecordedPurchase {
  purchase: PurchaseRow;
  /** Nothing was told of it before. */
  isNew: boolean;
}

/** Puts first which of several purchases stays, when they turn out to be one payment. */
export type StayingFirst = (tx: Tx, purchases: readonly PurchaseRow[]) => Promise<readonly PurchaseRow[]>;

/**
 * Keeps a payment, or joins what is told now to what was told of it before: whichever of its messages come, in any
 * order and number, one payment is one purchase (M10), also when it was told under two names until now.
 */
export async function recordPurchase(tx: Tx, told: PurchaseFacts, payer: Payer, stayingFirst: StayingFirst, now: Date): Promise<RecordedPurchase> {
  await lockKeys(tx, [told.key, told.paymentIntentId, told.invoiceId].filter((key) => key !== null));
  const known = await lockToldPurchases(tx, told);
  const [first, second] = known.length > 1 ? await stayingFirst(tx, known) : known;
  const one = first && second ? await joinPurchases(tx, first, second, payer.customerId) : first;
  return { purchase: await keepPurchase(tx, one ?? null, told, payer, now), isNew: !one };
}

/** The same for a caller who locked the payment's keys and looked it up. @param known what was told of it before */
export async function keepPurchase(
  tx: Tx,
  known: PurchaseRow | null,
  told: PurchaseFacts,
  payer: Payer,
  now: Date,
): Promise<PurchaseRow> {
  const emailHash = digestEmail(payer.email)?.emailHash ?? null;
  const { customerId, fingerprintHash, riskLevel } = payer;
  const owner = { customerId, alsoCustomerId: null, emailHash, fingerprintHash, riskLevel };
  const row = known
    ? await updatePurchase(tx, known.id, mergePurchase({ ...known, lines: await listLines(tx, known.id) }, told), {
        customerId: known.customerId ?? owner.customerId,
        alsoCustomerId: known.alsoCustomerId ?? (known.customerId && known.customerId !== owner.customerId ? owner.customerId : null),
        emailHash: known.emailHash ?? owner.emailHash,
        fingerprintHash: known.fingerprintHash ?? owner.fingerprintHash,
        riskLevel: owner.riskLevel ?? known.riskLevel,
      })
    : await insertPurchase(tx, told, owner, now);
  for (const buyer of [row.customerId, row.alsoCustomerId]) if (buyer) await lowerFirstPaidAt(tx, buyer, row.occurredAt);
  return row;
}
