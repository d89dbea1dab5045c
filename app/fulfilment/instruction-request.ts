import { z } from "zod";

/** What is sent to the provider, committed word for word before the call (F32, I32). */
const instructionRequestSchema = z.discriminatedUnion("rail", [
  z.strictObject({ rail: z.literal("stripe_balance"), customerId: z.string(), description: z.string() }),
  z.strictObject({
    rail: z.literal("promotion_code"),
    code: z.string(),
    couponId: z.string(),
    couponName: z.string(),
    /** Only this customer may use it, when we know who they are at Stripe. */
    customerId: z.string().nullable(),
  }),
  /** Nothing is sent: the host paid, and this is its own name for the payment (F40). */
  z.strictObject({ rail: z.literal("own_payout"), reference: z.string() }),
]);

/** As stored: an empty object until something was asked of the provider. */
export const storedRequestSchema = z.union([
  z.strictObject({}).transform(() => null),
  instructionRequestSchema,
]);

export type InstructionRequest = z.output<typeof instructionRequestSchema>;
/** What the worker carries out; the rest is for the host's own system (F40). */
export type Rail = Exclude<InstructionRequest["rail"], "own_payout">;
