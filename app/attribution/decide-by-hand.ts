import { decideBound } from "./decide-bound";
import type { AttributionResult, Decision, Moment } from "./decision";
import type { Bind, FriendHistory, HandFact, TouchFact } from "./friend-history";
import { makeBind } from "./make-bind";
import { ruledByHand, weighTouch } from "./weigh-touch";

/** The decision by hand that counts: the latest (A19). Null when staff decided nothing. */
export function latestByHand(decided: readonly HandFact[]): HandFact | null {
  const [latest] = [...decided].sort((a, b) => b.decidedAt.getTime() - a.decidedAt.getTime() || (a.id < b.id ? 1 : -1));
  return latest ?? null;
}

/**
 * Every moment of a friend about whom a person decided (A19). The champion they named has the friend from that moment
 * on, and nobody else has any part of them: one friend, one champion. Who may not take part, or is the friend, gets
 * nothing by hand either (I24).
 * @param moments oldest first
 * @param inTime the touches, by time
 */
export function decideByHand(
  hand: HandFact,
  moments: readonly Moment[],
  inTime: readonly TouchFact[],
  facts: FriendHistory,
): AttributionResult {
  const bind = bindOf(hand, moments, facts);
  let paidSinceBind = false;
  const decisions = moments.map((moment) => {
    const touches = inTime.filter(({ presentedAt }) => presentedAt <= moment.at);
    if (!bind || moment.at < bind.boundAt) return decideForNobody(moment, hand, touches, facts);
    const decision = decideBound(moment, bind, touches, moment.kind === "payment" && !paidSinceBind, facts);
    paidSinceBind ||= moment.kind === "payment" && decision.bind !== null;
    return decision;
  });
  return { bind, decisions };
}

function bindOf({ id, momentId, to }: HandFact, moments: readonly Moment[], facts: FriendHistory): Bind | null {
  const about = moments.find((each) => each.id === momentId);
  if (!about) throw new RangeError(`${momentId}, about which ${id} decided, is not among the facts`);
  return to && makeBind({ ...to, touchId: null, handId: id }, about.at, facts);
}

function decideForNobody(moment: Moment, { id }: HandFact, touches: readonly TouchFact[], facts: FriendHistory): Decision {
  const ruled = ruledByHand(id);
  const weighed = touches.map((touch) => weighTouch(touch, moment.at, ruled, facts));
  const { fails: reason, ...finding } = ruled;
  return {
    kind: moment.kind,
    momentId: moment.id,
    bind: null,
    reason,
    touches: weighed.map(({ touch, reason: lost }) => ({ touchId: touch.id, won: false, reason: lost })),
    trace: [
      { ...finding, outcome: "fail", touchId: null, championId: null, reason },
      ...weighed.flatMap(({ steps }) => steps),
    ],
  };
}
