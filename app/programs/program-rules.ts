import { z } from "zod";
import { shareOf } from "~/platform/money";

/** Currencies a program can be run in: those Stripe balances and our whole minor units (0 or 2 digits) both know. */
export const PROGRAM_CURRENCIES = [
  "EUR",
  "USD",
  "GBP",
  "CHF",
  "SEK",
  "NOK",
  "DKK",
  "PLN",
  "CZK",
  "CAD",
  "AUD",
  "JPY",
] as const;
/** Waiting times that can be chosen (W9). */
export const HOLD_DAYS = [0, 7, 14, 30, 60, 90] as const;

// Read from and written to JSON as a string of digits: JSON numbers lose cents above 2^53.
const minor = z.codec(z.string().regex(/^\d{1,15}$/), z.bigint().nonnegative(), {
  decode: BigInt,
  encode: String,
});
const positiveMinor = minor.refine((amount) => amount > 0n, "not_zero");

const benefitSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("flat"), amountMinor: positiveMinor }),
  z.strictObject({ kind: z.literal("percent"), basisPoints: z.number().int().min(1).max(10_000) }),
  z.strictObject({ kind: z.literal("none") }),
]);

/** What somebody gets: an amount, a share in basis points (1000 = 10 %), or nothing. */
export type Benefit = z.output<typeof benefitSchema>;

const rulesFields = z.strictObject({
  currency: z.enum(PROGRAM_CURRENCIES),
  /** A4: which of several valid touches wins. */
  model: z.enum(["first", "last"]),
  /** A1: touch to bind. */
  clickMemoryDays: z.number().int().min(1).max(90),
  /** A1: bind to the first paid period; null is without end. */
  qualifyDays: z.number().int().min(1).max(3650).nullable(),
  /** W9: payment to release. */
  holdDays: z.literal(HOLD_DAYS),
  /** W11. */
  approval: z.enum(["hold_end", "manual", "immediate"]),
  reward: benefitSchema,
  friendOffer: benefitSchema,
  ownOffer: benefitSchema,
  minimumPurchaseMinor: minor,
  /** An ordinary order without tax: the worked example and parity (W20) are computed on it. */
  referenceBasketMinor: positiveMinor,
  /** W12: above these an unflagged reward waits for a person; above the last one for two. */
  autoApproveEachMinor: minor,
  autoApprove30DaysMinor: minor,
  twoAdminsAboveMinor: positiveMinor,
  /** W7: per champion; null is no cap. */
  capPer30DaysMinor: positiveMinor.nullable(),
  rail: z.enum(["stripe_balance", "promotion_code"]),
  /** L3. */
  cookie: z.enum(["on_claim", "off"]),
});

/** Currency, windows, amounts and limits of one program version; frozen for a friend at the bind (W2). */
export type ProgramRules = z.output<typeof rulesFields>;

/** What is wrong with rules whose fields are each well-formed; `message` is a key of the message files. */
export function rulesProblems(rules: ProgramRules): { field: keyof ProgramRules; message: string }[] {
  const problems: { field: keyof ProgramRules; message: string }[] = [];
  const refuse = (field: keyof ProgramRules, reason: string) =>
    problems.push({ field, message: `settings.issue.${reason}` });
  if (rules.reward.kind === "none") refuse("reward", "rewardMissing");
  if (rules.approval === "immediate" && rules.holdDays !== 0) refuse("holdDays", "immediateNeedsNoHold");
  if (rules.twoAdminsAboveMinor < rules.autoApproveEachMinor)
    refuse("twoAdminsAboveMinor", "twoAdminsBelowOne");
  if (rules.autoApprove30DaysMinor < rules.autoApproveEachMinor)
    refuse("autoApprove30DaysMinor", "monthBelowOne");
  const example = exampleOf(rules);
  // An example that grants nothing, or a friend who pays nothing, would promise what never happens (W3).
  if (example.friendPaysMinor === 0n) refuse("friendOffer", "friendPaysNothing");
  else if (rules.reward.kind !== "none" && example.rewardMinor === 0n)
    refuse("referenceBasketMinor", "basketEarnsNothing");
  return problems;
}

/** The rules of one program version as stored: amounts are strings of digits in JSON, bigint in code (M1). */
export const programRulesSchema = rulesFields.superRefine((rules, context) => {
  for (const { field, message } of rulesProblems(rules))
    context.addIssue({ code: "custom", path: [field], message });
});

/** The same rules as JSON for storage. @throws ZodError when they are not valid rules */
export function rulesToJson(rules: ProgramRules): z.input<typeof programRulesSchema> {
  return z.encode(programRulesSchema, rules);
}

/** Rules as stored. Only their shape is checked: a version published under looser rules stays readable for ever. */
export function rulesFromJson(json: unknown): ProgramRules {
  return rulesFields.parse(json);
}

/** What a benefit is worth on `baseMinor` (paid, without tax: W4), in minor units; rounded half up (W5). */
export function worthOf(benefit: Benefit, baseMinor: bigint): bigint {
  switch (benefit.kind) {
    case "flat":
      return benefit.amountMinor;
    case "percent":
      return shareOf(baseMinor, benefit.basisPoints);
    case "none":
      return 0n;
  }
}

/** What a discount takes off a basket: never more than the basket. */
export function discountOf(benefit: Benefit, basketMinor: bigint): bigint {
  const worth = worthOf(benefit, basketMinor);
  return worth < basketMinor ? worth : basketMinor;
}

export interface RewardWorth {
  amountMinor: bigint;
  /** Why it is less than the rule's full worth, in the reason codes of rewards. */
  reason: "below_minimum_purchase" | "cap_limited" | null;
  /** The part a cap cut off. */
  cutMinor: bigint;
}

/**
 * What a purchase earns the champion: the one computation behind the grant and every example on screen.
 * @param baseMinor what was paid without tax (W4)
 * @param grantedIn30DaysMinor what this champion was granted in the 30 days before, for the cap (W7)
 */
export function rewardFor(rules: ProgramRules, baseMinor: bigint, grantedIn30DaysMinor = 0n): RewardWorth {
  if (baseMinor <= 0n || baseMinor < rules.minimumPurchaseMinor) {
    return { amountMinor: 0n, reason: "below_minimum_purchase", cutMinor: 0n };
  }
  const full = worthOf(rules.reward, baseMinor);
  if (rules.capPer30DaysMinor === null) return { amountMinor: full, reason: null, cutMinor: 0n };
  const left = rules.capPer30DaysMinor - grantedIn30DaysMinor;
  const amountMinor = left <= 0n ? 0n : left < full ? left : full;
  return { amountMinor, reason: amountMinor < full ? "cap_limited" : null, cutMinor: full - amountMinor };
}

export interface ProgramExample {
  currency: string;
  basketMinor: bigint;
  friendSavesMinor: bigint;
  friendPaysMinor: bigint;
  rewardMinor: bigint;
  /** What the champion's own offer takes off the same basket. */
  ownSavesMinor: bigint;
  holdDays: number;
}

/** The worked example: one friend's first order of the reference basket, granted by `rewardFor`. */
export function exampleOf(rules: ProgramRules): ProgramExample {
  const basketMinor = rules.referenceBasketMinor;
  const friendSavesMinor = discountOf(rules.friendOffer, basketMinor);
  const friendPaysMinor = basketMinor - friendSavesMinor;
  return {
    currency: rules.currency,
    basketMinor,
    friendSavesMinor,
    friendPaysMinor,
    rewardMinor: rewardFor(rules, friendPaysMinor).amountMinor,
    ownSavesMinor: discountOf(rules.ownOffer, basketMinor),
    holdDays: rules.holdDays,
  };
}

export interface ParityFigures {
  currency: string;
  basketMinor: bigint;
  friendMinor: bigint;
  ownMinor: bigint;
  holds: boolean;
}

/** W20: at the reference basket the champion's own offer is worth at least the friend's. One currency per program. */
export function parityOf(rules: ProgramRules): ParityFigures {
  const { currency, basketMinor, friendSavesMinor, ownSavesMinor } = exampleOf(rules);
  return {
    currency,
    basketMinor,
    friendMinor: friendSavesMinor,
    ownMinor: ownSavesMinor,
    holds: ownSavesMinor >= friendSavesMinor,
  };
}
