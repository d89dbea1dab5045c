import { z } from "zod";

/** What takes a hand-over back, committed word for word before the call (F32). */
export const reversalRequestSchema = z.discriminatedUnion("rail", [
  z.strictObject({ rail: z.literal("stripe_balance"), customerId: z.string(), description: z.string() }),
  z.strictObject({ rail: z.literal("promotion_code"), promotionCodeId: z.string() }),
  z.strictObject({ rail: z.literal("transfer"), transferId: z.string() }),
  z.strictObject({ rail: z.literal("free_month"), subscriptionId: z.string(), discountId: z.string() }),
  /** Collected and not passed on: nobody outside has to be asked. */
  z.strictObject({ rail: z.literal("donation"), causeId: z.string() }),
  /** Points that were not spent. */
  z.strictObject({ rail: z.literal("points"), points: z.number().int().nonnegative() }),
]);

export type ReversalRequest = z.output<typeof reversalRequestSchema>;
