import { z } from "zod";
import type { Benefit } from "./benefit";
import { COOKIE_RULES } from "./cookie-rule";
import { FRIEND_RAILS, HOLD_DAYS, PROGRAM_CURRENCIES, RAILS, rulesProblems, type ProgramRules } from "./program-rules";
import { APPROVALS } from "./rule-approval";
import { isMilestone, isOfPayment, MAX_RULES, TRIGGERS, type RewardRule } from "./reward-rule";
import { FOR_WHOM } from "./reward-side";

// Read from and written to JSON as a string of digits: JSON numbers lose cents above 2^53.
const minor = z.codec(z.string().regex(/^\d{1,15}$/), z.bigint().nonnegative(), {
  decode: BigInt,
  encode: String,
});
const positiveMinor = minor.refine((amount) => amount > 0n, "not_zero");

const worths = [
  z.strictObject({ kind: z.literal("flat"), amountMinor: positiveMinor }),
  z.strictObject({ kind: z.literal("percent"), basisPoints: z.number().int().min(1).max(10_000) }),
] as const;
const benefitSchema = z.discriminatedUnion("kind", [
  ...worths,
  z.strictObject({ kind: z.literal("none") }),
]) satisfies z.ZodType<Benefit>;

const ruleSchema = z.strictObject({
  key: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/),
  forWhom: z.enum(FOR_WHOM),
  trigger: z.enum(TRIGGERS),
  months: z.number().int().min(1).max(120).nullable(),
  fromFriend: z.number().int().min(1).max(1_000),
  group: z.string().min(1).max(80).nullable(),
  leastMinor: minor,
  approval: z.enum(APPROVALS).nullable(),
  worth: z.discriminatedUnion("kind", [...worths]),
})
  .refine((rule) => isOfPayment(rule) || rule.worth.kind === "flat", "settings.issue.fixedAmount")
  .refine((rule) => !isMilestone(rule) || rule.forWhom === "champion", "settings.issue.milestoneFor") satisfies z.ZodType<RewardRule>;

const rulesFields = z.strictObject({
  currency: z.enum(PROGRAM_CURRENCIES),
  model: z.enum(["first", "last"]),
  clickMemoryDays: z.number().int().min(1).max(90),
  qualifyDays: z.number().int().min(1).max(3650).nullable(),
  holdDays: z.literal(HOLD_DAYS),
  approval: z.enum(APPROVALS),
  rewards: z.array(ruleSchema).min(1, "settings.issue.rewardMissing").max(MAX_RULES),
  friendOffer: benefitSchema,
  ownOffer: benefitSchema,
  minimumPurchaseMinor: minor,
  referenceBasketMinor: positiveMinor,
  autoApproveEachMinor: minor,
  autoApprove30DaysMinor: minor,
  twoAdminsAboveMinor: positiveMinor,
  capPer30DaysMinor: positiveMinor.nullable(),
  capPerFriendMinor: positiveMinor.nullable(),
  budgetPer30DaysMinor: positiveMinor.nullable(),
  rail: z.enum(RAILS),
  friendRail: z.enum(FRIEND_RAILS),
  minimumPayoutMinor: minor,
  pointsPerUnit: z.number().int().min(1).max(10_000),
  keepMonths: z.number().int().min(1).max(120).nullable(),
  cookie: z.enum(COOKIE_RULES),
}) satisfies z.ZodType<ProgramRules>;

/** The rules of one program version as stored: amounts are strings of digits in JSON, bigint in code (M1). */
export const programRulesSchema = rulesFields.superRefine((rules, context) => {
  for (const { field, message } of rulesProblems(rules))
    context.addIssue({ code: "custom", path: [field], message });
});

/** The same rules as JSON for storage. @throws ZodError when they are not valid rules */
export function rulesToJson(rules: ProgramRules): z.input<typeof programRulesSchema> {
  return z.encode(programRulesSchema, { ...rules, rewards: [...rules.rewards] });
}

/** Rules as stored. Only their shape is checked: a version published under looser rules stays readable for ever. */
export function rulesFromJson(json: unknown): ProgramRules {
  return rulesFields.parse(inPresentShape(json));
}

/**
 * A version published while a program had one reward, for a friend's first purchase, says so without a list; one from
 * before a limit was invented has none, and its rules are approved as the program says.
 */
function inPresentShape(json: unknown): unknown {
  if (typeof json !== "object" || json === null) return json;
  const limited = { capPerFriendMinor: null, budgetPer30DaysMinor: null, minimumPayoutMinor: "0", pointsPerUnit: 100, keepMonths: null, friendRail: "stripe_balance", ...json };
  if ("rewards" in limited && Array.isArray(limited.rewards)) {
    return { ...limited, rewards: limited.rewards.map((rule: object) => ({ approval: null, forWhom: "champion", ...rule })) };
  }
  if (!("reward" in limited)) return limited;
  const { reward: worth, ...others } = limited;
  const rule = { key: "reward", forWhom: "champion", trigger: "first_purchase", months: null, fromFriend: 1, group: null, leastMinor: "0", approval: null, worth };
  return { ...others, rewards: [rule] };
}
