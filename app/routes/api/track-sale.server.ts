import { z } from "zod";
import { defineEndpoint } from "~/http/api-endpoint";
import { EXAMPLE } from "~/http/api-example";
import { amount, clickToken, currency, email, line, metadata, shopId } from "~/http/api-fields";
import { currencyCode, minorUnits, nobody, reasons } from "~/http/api-shapes";
import { trackSale } from "~/journeys/track-sale.server";

const PROCESSORS = ["stripe", "shopify", "polar", "paddle", "apple", "revenuecat", "dub", "custom"] as const;
const dropped = "Taken for the sake of clients that send it, and dropped";

/** P2: Dub's call. Without `currency` it is the program's; Dub's own client always sends `usd` then (P3). */
const body = z.strictObject({
  customerExternalId: shopId.describe("Your own number for the buyer; letter for letter"),
  amount: amount.describe("What was paid, without tax, in minor units"),
  currency: currency.nullish().describe("Three letters. Without it: the program's. Dub's npm client always sends `usd` when you name none, so name it there"),
  eventName: line(255).default("Purchase"),
  paymentProcessor: z.enum(PROCESSORS).default("custom").describe("Name `stripe` with Stripe's own numbers (`in_…`, `pi_…`): they are then the payment that Stripe's webhooks tell of too"),
  invoiceId: line(190).nullish().describe("Your number of the sale: the same number counts once, and refunds name it"),
  leadEventName: z.string().max(255).nullish().describe(dropped),
  metadata: metadata.nullish().describe("At most 10,000 characters; handed back, not kept"),
  clickId: clickToken.nullish().describe("The token, or a page's name for several, for a sale without a lead before it"),
  customerName: z.string().max(200).nullish().describe(dropped),
  customerEmail: email.nullish().describe("Only of somebody who signed up with you; kept as a keyed hash and its domain, never readable"),
  customerAvatar: z.string().nullish().describe(dropped),
});

const answer = z.strictObject({
  eventName: z.string(),
  customer: z.strictObject({ id: z.string(), ...nobody, externalId: z.string() }).nullable().describe("Null when the sale is nobody's"),
  sale: z
    .strictObject({
      amount: minorUnits,
      currency: currencyCode,
      paymentProcessor: z.enum(PROCESSORS),
      invoiceId: z.string().nullable(),
      metadata: z.record(z.string(), z.unknown()).nullable(),
    })
    .nullable()
    .describe("Null when the sale is nobody's"),
  attributed: z.boolean().describe("Whether a champion is thanked for this sale"),
  reasons: reasons.describe("What the thank-you waits for, or why there is none"),
  duplicate: z.boolean().describe("Whether this invoice was known"),
});

export const trackSaleEndpoint = defineEndpoint({
  method: "POST",
  path: "/track/sale",
  operationId: "trackSale",
  group: "Tracking",
  scope: "track",
  summary: "Tell of a payment",
  description: "Decides at once whether a champion is thanked for it. A sale that is nobody's is a 200 with nulls and the reason, not an error.",
  body,
  answer,
  answers: { 200: "Kept and decided" },
  refusals: { 409: ["idempotency_conflict"] },
  examples: [
    {
      title: "A friend pays an invoice",
      body: { customerExternalId: "customer-43", amount: 8_000, currency: "eur", invoiceId: "2026-117", clickId: EXAMPLE.clickToken },
      answer: {
        eventName: "Purchase",
        customer: { id: "customer-43", name: null, email: null, avatar: null, externalId: "customer-43" },
        sale: { amount: 8_000, currency: "eur", paymentProcessor: "custom", invoiceId: "2026-117", metadata: null },
        attributed: true,
        reasons: ["routine_check"],
        duplicate: false,
      },
    },
    {
      title: "Somebody who was not recommended",
      body: { customerExternalId: "customer-44", amount: 5_000, invoiceId: "2026-118" },
      answer: { eventName: "Purchase", customer: null, sale: null, attributed: false, reasons: ["not_referred"], duplicate: false },
    },
  ],
  handle: async ({ body: told }) => {
    const { customerExternalId: externalId, paymentProcessor } = told;
    const sale = await trackSale({
      externalId,
      amountMinor: BigInt(told.amount),
      currency: told.currency ?? null,
      invoiceId: told.invoiceId ?? null,
      paymentProcessor,
      clickId: told.clickId || null,
      email: told.customerEmail ?? null,
    });
    const shown = {
      amount: told.amount,
      currency: sale.currency.toLowerCase(),
      paymentProcessor,
      invoiceId: told.invoiceId ?? null,
      metadata: told.metadata ?? null,
    };
    return {
      body: {
        eventName: told.eventName,
        customer: sale.attributed ? { id: externalId, name: null, email: null, avatar: null, externalId } : null,
        sale: sale.attributed ? shown : null,
        attributed: sale.attributed,
        reasons: sale.reasons,
        duplicate: sale.duplicate,
      },
    };
  },
});
