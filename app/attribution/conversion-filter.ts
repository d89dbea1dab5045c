import { readLocalDay } from "~/platform/local-day";
import type { ReasonCode } from "./reason-codes";

export const KINDS = ["sale", "sign_up"] as const;
export type ConversionKind = (typeof KINDS)[number];

export const OUTCOMES = ["attributed", "unattributed"] as const;
export type ConversionOutcome = (typeof OUTCOMES)[number];

/** Why a sale or sign-up is nobody's, or why a touch of it lost: the codes that attribution itself gives. */
export const ATTRIBUTION_REASONS = [
  "not_referred", "friend_not_new", "already_bound", "other_champion", "paid_before_touch", "click_expired", "qualify_expired",
  "self_referral", "champion_not_valid", "programme_ended", "token_invalid", "manual_decision",
] as const satisfies readonly ReasonCode[];
export type AttributionReason = (typeof ATTRIBUTION_REASONS)[number];

/** What somebody at the desk looks for among the sales and sign-ups. */
export interface ConversionFilter {
  /** An order's number, a code, or the shop's number of a customer who signed up; empty is everything. */
  search: string;
  kind: ConversionKind | null;
  /** The program's slug. */
  program: string | null;
  outcome: ConversionOutcome | null;
  reason: AttributionReason | null;
  /** Local days, `2026-11-24`, both included. */
  from: string | null;
  until: string | null;
}

/** Reads the filter of an address; what makes no sense is left out rather than refused. */
export function readConversionFilter(search: URLSearchParams): ConversionFilter {
  const oneOf = <Value extends string>(values: readonly Value[], name: string): Value | null =>
    values.find((value) => value === search.get(name)) ?? null;
  const text = (name: string) => (search.get(name) ?? "").replaceAll("\0", "").trim();
  return {
    search: text("q").slice(0, 200),
    kind: oneOf(KINDS, "kind"),
    program: text("program").slice(0, 60) || null,
    outcome: oneOf(OUTCOMES, "outcome"),
    reason: oneOf(ATTRIBUTION_REASONS, "reason"),
    from: readLocalDay(search.get("from")),
    until: readLocalDay(search.get("until")),
  };
}
