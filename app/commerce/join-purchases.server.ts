import type { Tx } from "~/platform/db.server";
import { mergePurchase } from "./purchase";
import { listLines, markJoined, updatePurchase, type PurchaseRow } from "./purchase-store.server";

/**
 * Makes one purchase of two that turn out to be the same payment (M10): the one that stays takes every name, buyer, token
 * and code of the other, which counts as it from now on. The payment's keys are locked by the caller.
 * @param payer who paid, as whoever names both says @returns the one that stays
 */
export async function joinPurchases(tx: Tx, stays: PurchaseRow, other: PurchaseRow, payer: string | null): Promise<PurchaseRow> {
  const named = [stays.customerId, stays.alsoCustomerId, payer, other.customerId, other.alsoCustomerId];
  const [customerId = null, alsoCustomerId = null] = new Set(named.filter((id) => id !== null));
  // First, because each name is one purchase's.
  await markJoined(tx, other, stays.id, customerId);
  const both = mergePurchase(
    { ...stays, lines: await listLines(tx, stays.id) },
    { ...other, lines: await listLines(tx, other.id) },
  );
  return await updatePurchase(tx, stays.id, both, {
    customerId,
    alsoCustomerId,
    emailHash: stays.emailHash ?? other.emailHash,
    fingerprintHash: stays.fingerprintHash ?? other.fingerprintHash,
    riskLevel: stays.riskLevel ?? other.riskLevel,
  });
}
