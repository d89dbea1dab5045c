import { z } from "zod";
import { apiAction, apiLoader } from "~/http/api.server";
import { amount, clickToken, currency, email, line, metadata, shopId } from "~/http/api-fields";
import { trackSale } from "~/journeys/track-sale.server";

/** P2: Dub's call. Without `currency` it is the program's; Dub's own client always sends `usd` then (P3). */
const schema = z.strictObject({
  customerExternalId: shopId,
  amount,
  currency: currency.nullish(),
  eventName: line(255).default("Purchase"),
  paymentProcessor: z.enum(["stripe", "shopify", "polar", "paddle", "apple", "revenuecat", "dub", "custom"]).default("custom"),
  invoiceId: line(190).nullish(),
  leadEventName: z.string().max(255).nullish(),
  metadata: metadata.nullish(),
  clickId: clickToken.nullish(),
  customerName: z.string().max(200).nullish(),
  customerEmail: email.nullish(),
  customerAvatar: z.string().max(2_000).nullish(),
});

export const loader = apiLoader;

export const action = apiAction({
  scope: "track",
  schema,
  handle: async (input) => {
    const { customerExternalId: externalId, paymentProcessor } = input;
    const sale = await trackSale({
      externalId,
      amountMinor: BigInt(input.amount),
      currency: input.currency ?? null,
      invoiceId: input.invoiceId ?? null,
      paymentProcessor,
      clickId: input.clickId || null,
      email: input.customerEmail ?? null,
    });
    const told = {
      amount: input.amount,
      currency: sale.currency.toLowerCase(),
      paymentProcessor,
      invoiceId: input.invoiceId ?? null,
      metadata: input.metadata ?? null,
    };
    return {
      body: {
        eventName: input.eventName,
        customer: sale.attributed ? { id: externalId, name: null, email: null, avatar: null, externalId } : null,
        sale: sale.attributed ? told : null,
        attributed: sale.attributed,
        reasons: sale.reasons,
        duplicate: sale.duplicate,
      },
    };
  },
});
