import type { TraceStep } from "./attribution-trace";
import type { Decision, Moment } from "./decision";
import type { Bind, ChampionFact, FriendHistory, TouchFact } from "./friend-history";
import type { NotEligibleCode } from "./reason-codes";
import { notSelf, ruledByHand, weighTouch, type Finding } from "./weigh-touch";

/**
 * A moment of a friend who is bound already: it counts for that champion, whoever was met since (A2, A7).
 * @param isFirstPayment the first one since the bind, which alone has to come in time (A1)
 */
export function decideBound(
  moment: Moment,
  bind: Bind,
  touches: readonly TouchFact[],
  isFirstPayment: boolean,
  facts: FriendHistory,
): Decision {
  const about = { touchId: bind.touchId, championId: bind.championId };
  const steps: TraceStep[] = [
    boundStep(bind, about),
    standingStep(facts.champions.get(bind.championId), moment.at, about),
    ...(bind.handId ? [selfStep(bind, moment.at, about, facts)] : []),
    ...(isFirstPayment ? [windowStep(bind, moment.at, about)] : []),
  ];
  const reason = steps.find((step) => step.reason)?.reason as NotEligibleCode | undefined;
  const taken = bind.handId ? ruledByHand(bind.handId) : ALREADY_BOUND;
  const others = touches
    .filter(({ championId }) => championId !== bind.championId)
    .map((touch) => weighTouch(touch, moment.at, taken, facts));
  return {
    kind: moment.kind,
    momentId: moment.id,
    bind: reason ? null : bind,
    reason: reason ?? null,
    touches: touches.map((touch) => ({
      touchId: touch.id,
      won: !reason && touch.id === bind.touchId,
      reason: others.find((other) => other.touch === touch)?.reason ?? reason ?? null,
    })),
    trace: [...steps, ...others.flatMap((other) => other.steps)],
  };
}

const ALREADY_BOUND: Finding = { check: "bound_before", rule: "A7", fails: "already_bound", compared: {} };

type About = Pick<TraceStep, "touchId" | "championId">;

/** How the friend came to this champion: through a touch at an earlier moment, or by a person's decision (A19). */
function boundStep({ boundAt, handId }: Bind, about: About): TraceStep {
  const compared = { boundAt: boundAt.toISOString() };
  if (!handId) return { ...about, check: "bound_before", rule: "A6", ...verdict(null), compared };
  return { ...about, check: "by_hand", rule: "A19", ...verdict(null), compared: { ...compared, decision: handId } };
}

/** No touch was weighed for a bind by hand, so that its champion is compared with the friend here (R1, I24). */
function selfStep(bind: Bind, at: Date, about: About, facts: FriendHistory): TraceStep {
  const { fails, ...finding } = notSelf(bind, at, facts);
  return { ...about, ...finding, ...verdict(fails) };
}

/** I24: who is blocked earns nothing more, who left nothing after leaving. A pause does not undo what was bound. */
function standingStep(champion: ChampionFact | undefined, at: Date, about: About): TraceStep {
  const left = champion?.status === "left" && (champion.leftAt === null || at >= champion.leftAt);
  const stands = champion !== undefined && champion.status !== "blocked" && !left;
  const compared = { status: champion?.status ?? null };
  return { ...about, check: "champion_standing", rule: "A7", ...verdict(stands ? null : "champion_not_valid"), compared };
}

function windowStep({ qualifyUntil }: Bind, at: Date, about: About): TraceStep {
  const late = qualifyUntil !== null && at >= qualifyUntil;
  const compared = { until: qualifyUntil?.toISOString() ?? null, at: at.toISOString() };
  return { ...about, check: "qualify_window", rule: "A1", ...verdict(late ? "qualify_expired" : null), compared };
}

function verdict(reason: NotEligibleCode | null): Pick<TraceStep, "outcome" | "reason"> {
  return { outcome: reason ? "fail" : "pass", reason };
}
