import { recordApiRefund, type ApiRefund } from "~/commerce/record-api-refund.server";
import { within } from "~/platform/db.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { RefusedFieldsError } from "./refused-fields";
import { settleRefund } from "./settle-refund.server";

/** A reward that a refund made smaller, in minor units. */
export interface ChangedReward {
  id: string;
  currency: string;
  beforeMinor: bigint;
  dueMinor: bigint;
}

export interface TrackedRefund {
  /** False while the sale is not known: the refund is kept and applied when it is (M7). */
  matched: boolean;
  duplicate: boolean;
  adjusted: ChangedReward[];
  reversed: ChangedReward[];
  reasons: string[];
}

/**
 * Takes in a refund, chargeback or cancellation told by a shop's server, once per number (P6, P7).
 * @throws RefusedFieldsError `idempotency_conflict`, `currency_mismatch`
 */
export async function trackRefund(
  input: ApiRefund,
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<TrackedRefund> {
  return await db.transaction("track-refund", async (tx) => {
    const refund = await recordApiRefund(tx, input, clock.now());
    const { purchase, duplicate, conflicts } = refund;
    if (conflicts.length > 0) throw new RefusedFieldsError("idempotency_conflict", 409, conflicts);
    if (refund.currencyDiffers) throw new RefusedFieldsError("currency_mismatch", 422, ["currency"]);
    if (!purchase) return { matched: false, duplicate, adjusted: [], reversed: [], reasons: ["payment_not_found"] };
    const results = await settleRefund({ purchaseId: purchase.id }, { db: within(tx), clock });
    const changed = results.filter((result) => result.changed).map(({ reward, beforeMinor }) => ({
      id: reward.id, currency: reward.currency, beforeMinor, dueMinor: reward.dueMinor,
    }));
    const reversed = changed.filter(({ dueMinor }) => dueMinor === 0n);
    const because = input.kind === "chargeback" ? "dispute_lost" : reversed.length > 0 ? "refund_full" : "refund_partial";
    return {
      matched: true,
      duplicate,
      adjusted: changed.filter(({ dueMinor }) => dueMinor > 0n),
      reversed,
      reasons: changed.length > 0 ? [because] : [],
    };
  });
}
