import { z } from "zod";
import { championReason, type ReasonCode } from "./reason-codes";

/** What was looked at, in the order in which it is looked at. Texts in the message files. */
export const CHECKS = [
  "token_signature", "touch_in_time", "click_memory", "champion_standing", "not_self", "programme_open", "friend_new",
  "bound_before", "qualify_window", "which_touch", "nothing_presented", "by_hand", "told_once",
] as const;
export type Check = (typeof CHECKS)[number];

const stepSchema = z.object({
  check: z.enum(CHECKS),
  /** The rule it applies, by its number in the rulebook. */
  rule: z.string(),
  outcome: z.enum(["pass", "fail"]),
  touchId: z.string().nullable(),
  championId: z.string().nullable(),
  reason: z.string().nullable(),
  /** What was compared: times in ISO 8601, days, names of rules. No personal data. */
  compared: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});

/** The checks of one decision, in order (S4). */
export const traceSchema = z.array(stepSchema);
export type TraceStep = Omit<z.output<typeof stepSchema>, "reason"> & { reason: ReasonCode | null };

export interface ChampionStep {
  check: Exclude<Check, (typeof ABOUT_THE_FRIEND)[number]> | "new_recommendation";
  outcome: "pass" | "fail";
  reason: ReasonCode | null;
  compared: TraceStep["compared"];
}

/** Checks whose outcome, told one by one, would say something about the friend or about another champion (S10), or about the shop. */
const ABOUT_THE_FRIEND = ["friend_new", "bound_before", "which_touch", "touch_in_time", "told_once"] as const;

/**
 * The steps one champion may read: only those about their own touches, and one answer in place of the checks that
 * speak of the friend or of somebody else (S4, S10, R40).
 */
export function championSteps(trace: readonly TraceStep[], championId: string): ChampionStep[] {
  const own = trace.filter((step) => step.championId === championId);
  // Coming in time is where the checks begin: alone it does not say that the friend was looked at.
  const hidden = own.filter(({ check, outcome }) => isAboutTheFriend(check) && (check !== "touch_in_time" || outcome === "fail"));
  const shown = own.flatMap(({ check, outcome, reason, compared }): ChampionStep[] =>
    isAboutTheFriend(check) ? [] : [{ check, outcome, reason: reason && championReason(reason), compared }],
  );
  if (hidden.length === 0) return shown;
  const failed = hidden.some(({ outcome }) => outcome === "fail");
  const reason = failed ? ("friend_not_new" as const) : null;
  return [...shown, { check: "new_recommendation", outcome: failed ? "fail" : "pass", reason, compared: {} }];
}

function isAboutTheFriend(check: Check): check is (typeof ABOUT_THE_FRIEND)[number] {
  return (ABOUT_THE_FRIEND as readonly string[]).includes(check);
}
