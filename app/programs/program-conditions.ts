import type { ProgramRules } from "./program-rules";

// The limits above which a person looks are left out: they are nobody's business but the desk's (R40).
const PUBLIC = [
  "currency",
  "model",
  "clickMemoryDays",
  "qualifyDays",
  "holdDays",
  "approval",
  "rewards",
  "friendOffer",
  "ownOffer",
  "minimumPurchaseMinor",
  "capPer30DaysMinor",
  "capPerFriendMinor",
  "rail",
  "friendRail",
  "minimumPayoutMinor",
  "pointsPerUnit",
  "keepMonths",
] as const satisfies readonly (keyof ProgramRules)[];

/** The part of the rules that anybody may read. */
export type ProgramConditions = Pick<ProgramRules, (typeof PUBLIC)[number]>;

/** What the program page and the portal may show of the rules. */
export function conditionsOf(rules: ProgramRules): ProgramConditions {
  return Object.fromEntries(PUBLIC.map((name) => [name, rules[name]])) as ProgramConditions;
}
