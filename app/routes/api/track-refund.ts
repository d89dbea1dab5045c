import { z } from "zod";
import { apiAction, apiLoader } from "~/http/api.server";
import { amount, currency, line } from "~/http/api-fields";
import { trackRefund, type ChangedReward } from "~/journeys/track-refund.server";

/** P6. Without `amount`: whatever is left of the sale. */
const schema = z.strictObject({
  refundId: line(190),
  saleInvoiceId: line(190),
  amount: amount.min(1).nullish(),
  currency: currency.nullish(),
  reason: z.string().max(500).nullish(),
  kind: z.enum(["refund", "chargeback", "cancel"]).default("refund"),
});

export const loader = apiLoader;

export const action = apiAction({
  scope: "track",
  schema,
  handle: async (input) => {
    const { matched, duplicate, adjusted, reversed, reasons } = await trackRefund({
      refundId: input.refundId,
      saleInvoiceId: input.saleInvoiceId,
      amountMinor: input.amount == null ? null : BigInt(input.amount),
      currency: input.currency ?? null,
      kind: input.kind,
    });
    return {
      // A sale nobody told us of yet: kept, and applied when it comes (M7).
      status: matched ? 200 : 202,
      body: { matched, duplicate, adjusted: adjusted.map(shown), reversed: reversed.map(shown), reasons },
    };
  },
});

function shown({ id, currency: code, beforeMinor, dueMinor }: ChangedReward) {
  return { id, currency: code.toLowerCase(), amountBefore: Number(beforeMinor), amount: Number(dueMinor) };
}
