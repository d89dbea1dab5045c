import { z } from "zod";
import { defineEndpoint } from "~/http/api-endpoint";
import { EXAMPLE } from "~/http/api-example";
import { amount, currency, line } from "~/http/api-fields";
import { currencyCode, idOf, minorUnits, reasons } from "~/http/api-shapes";
import { trackRefund, type ChangedReward } from "~/journeys/track-refund.server";

/** P6. Without `amount`: whatever is left of the sale. */
const body = z.strictObject({
  refundId: line(190).describe("Your number of the refund: the same number counts once"),
  saleInvoiceId: line(190).describe("The `invoiceId` of the sale, or the provider's number of its payment"),
  amount: amount.min(1).nullish().describe("Minor units; without it all that is left of the sale"),
  currency: currency.nullish().describe("Only to be compared with that of the sale"),
  reason: z.string().max(500).nullish().describe("Your own note; not kept"),
  kind: z.enum(["refund", "chargeback", "cancel"]).default("refund"),
});

const changed = z.array(z.strictObject({ id: idOf("rwd"), currency: currencyCode, amountBefore: minorUnits, amount: minorUnits }));

const answer = z.strictObject({
  matched: z.boolean().describe("Whether the sale is known"),
  duplicate: z.boolean().describe("Whether this refund was known"),
  adjusted: changed.describe("Rewards that became smaller"),
  reversed: changed.describe("Rewards that are gone"),
  reasons,
});

export const trackRefundEndpoint = defineEndpoint({
  method: "POST",
  path: "/track/refund",
  operationId: "trackRefund",
  group: "Tracking",
  scope: "track",
  summary: "Tell of a refund, chargeback or cancellation",
  description: "Takes back the same share of the thank-you. A refund that comes before its sale is kept and applied when the sale comes.",
  body,
  answer,
  answers: { 200: "Kept and applied", 202: "Kept; the sale is not known yet (`matched: false`)" },
  refusals: { 409: ["idempotency_conflict"], 422: ["currency_mismatch"] },
  examples: [
    {
      title: "A quarter is paid back",
      body: { refundId: "R-2026-9", saleInvoiceId: EXAMPLE.invoiceId, amount: 2_000 },
      answer: {
        matched: true,
        duplicate: false,
        adjusted: [{ id: "rwd_01kb2q7e5n8m3x6w9r4t1v2y7z", currency: "eur", amountBefore: 1_000, amount: 750 }],
        reversed: [],
        reasons: ["refund_partial"],
      },
    },
    {
      title: "Before the sale is told",
      body: { refundId: "R-2026-10", saleInvoiceId: "2026-999" },
      status: 202,
      answer: { matched: false, duplicate: false, adjusted: [], reversed: [], reasons: ["payment_not_found"] },
    },
  ],
  handle: async ({ body: told }) => {
    const { matched, duplicate, adjusted, reversed, reasons: why } = await trackRefund({
      refundId: told.refundId,
      saleInvoiceId: told.saleInvoiceId,
      amountMinor: told.amount == null ? null : BigInt(told.amount),
      currency: told.currency ?? null,
      kind: told.kind,
    });
    return {
      // A sale nobody told us of yet: kept, and applied when it comes (M7).
      status: matched ? 200 : 202,
      body: { matched, duplicate, adjusted: adjusted.map(shown), reversed: reversed.map(shown), reasons: why },
    };
  },
});

function shown({ id, currency: code, beforeMinor, dueMinor }: ChangedReward) {
  return { id, currency: code.toLowerCase(), amountBefore: Number(beforeMinor), amount: Number(dueMinor) };
}
