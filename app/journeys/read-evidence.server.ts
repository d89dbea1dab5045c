import { getConversion, type ConversionDetail } from "~/attribution/get-conversion.server";
import { getPurchaseFacts, type PurchaseView } from "~/commerce/get-purchase-facts.server";
import type { Tx } from "~/platform/db.server";
import { listTrustChecks } from "~/trust/list-trust-checks.server";
import type { TrustCheck } from "~/trust/outcome";

export interface Evidence {
  conversion: ConversionDetail;
  /** Null for a sign-up. */
  purchase: PurchaseView | null;
  checks: TrustCheck[];
}

/** What a reward, and the decision about its sale, rest on. @throws NotFoundError */
export async function readEvidence(tx: Tx, conversionId: string): Promise<Evidence> {
  const conversion = await getConversion(tx, conversionId);
  const [purchase, checks] = await Promise.all([
    conversion.purchaseId === null ? null : getPurchaseFacts(tx, conversion.purchaseId),
    listTrustChecks(tx, conversionId),
  ]);
  return { conversion, purchase, checks };
}
