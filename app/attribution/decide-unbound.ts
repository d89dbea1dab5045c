import type { TraceStep } from "./attribution-trace";
import type { Decision, Moment } from "./decision";
import type { Bind, BrokenToken, TouchFact } from "./friend-history";
import type { NotEligibleCode, ReasonCode } from "./reason-codes";
import type { WeighedTouch } from "./weigh-touch";

/**
 * A moment at which the friend was not bound: who won the friend here, or why nobody did.
 * @param bind the bind this moment made; null when it made none
 * @param weighed in the order of the touches' times
 */
export function decideUnbound(
  moment: Moment,
  bind: Bind | null,
  weighed: readonly WeighedTouch[],
  broken: readonly BrokenToken[],
): Decision {
  const sources = [...new Set(broken.map(({ source }) => source))].sort();
  return {
    kind: moment.kind,
    momentId: moment.id,
    bind,
    reason: bind ? null : reasonForNobody(weighed, sources.length > 0),
    touches: weighed.map((each) => ({
      touchId: each.touch.id,
      won: each.touch.id === bind?.touchId,
      reason: lossOf(each, bind),
    })),
    trace: [
      ...sources.map(brokenStep),
      ...weighed.flatMap((each) => [...each.steps, ...choiceStep(each, bind)]),
      ...(weighed.length + sources.length === 0 ? [NOTHING_PRESENTED] : []),
    ],
  };
}

function lossOf({ touch, reason }: WeighedTouch, bind: Bind | null): NotEligibleCode | null {
  if (reason) return reason;
  // Valid and yet no bind here: the friend is bound for good by a later moment that was decided already (A6).
  if (!bind) return "already_bound";
  return touch.championId === bind.championId ? null : "other_champion";
}

/** The reason of the touch that came furthest in the checks; of several, the earliest. */
function reasonForNobody(weighed: readonly WeighedTouch[], anyBroken: boolean): ReasonCode {
  const nearest = weighed.reduce<WeighedTouch | null>(
    (best, each) => (best === null || each.steps.length > best.steps.length ? each : best),
    null,
  );
  if (nearest) return lossOf(nearest, null) ?? "already_bound";
  return anyBroken ? "token_invalid" : "not_referred";
}

/** Of the valid touches: which one the program's model chose (A4). */
function choiceStep(each: WeighedTouch, bind: Bind | null): TraceStep[] {
  if (each.reason) return [];
  const reason = lossOf(each, bind);
  return [
    {
      check: "which_touch", rule: "A4", outcome: reason ? "fail" : "pass", reason, ...about(each.touch),
      compared: { touchedAt: each.touch.touchedAt.toISOString(), won: each.touch.id === bind?.touchId },
    },
  ];
}

function brokenStep(source: string): TraceStep {
  return {
    check: "token_signature", rule: "A9", outcome: "fail", reason: "token_invalid", touchId: null, championId: null,
    compared: { source },
  };
}

const NOTHING_PRESENTED: TraceStep = {
  check: "nothing_presented", rule: "A5", outcome: "fail", reason: "not_referred", touchId: null, championId: null, compared: {},
};

function about(touch: TouchFact) {
  return { touchId: touch.id, championId: touch.championId };
}
