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
  z.strictObject({ rail: z.literal("transfer"), accountId: z.string(), description: z.string() }),
  z.strictObject({
    rail: z.literal("free_month"),
    subscriptionId: z.string(),
    couponId: z.string(),
    couponName: z.string(),
    /** The whole month; otherwise what is left of its worth. */
    whole: z.boolean(),
  }),
  /** A person chose it and sent it. */
  z.strictObject({ rail: z.literal("gift"), item: z.string() }),
  /** Collected for the cause its champion chose; null where nothing was left to give. */
  z.strictObject({ rail: z.literal("donation"), causeId: z.string().nullable() }),
  /** Points to choose a prize with, on the champion's account here; 0 where an older receivable took all of it. */
  z.strictObject({ rail: z.literal("points"), points: z.number().int().nonnegative() }),
  /** Nothing is sent: the host paid, and this is its own name for the payment (F40). */
  z.strictObject({ rail: z.literal("own_payout"), reference: z.string() }),
]);

/** As stored: an empty object until something was asked of the provider. */
export const storedRequestSchema = z.union([
  z.strictObject({}).transform(() => null),
  instructionRequestSchema,
]);

export type InstructionRequest = z.output<typeof instructionRequestSchema>;
/** What is handed over without Stripe: by people, here or with the host's own system (F34, F40), or in the book alone. */
const BY_HAND = ["own_payout", "gift", "donation", "points"] as const;
type ByHand = (typeof BY_HAND)[number];
/** What the worker carries out at Stripe. */
export type Rail = Exclude<InstructionRequest["rail"], ByHand>;

/** Whether a request is for people rather than for the worker. */
export function isByHand(request: InstructionRequest): request is Extract<InstructionRequest, { rail: ByHand }> {
  return BY_HAND.some((rail) => rail === request.rail);
}
