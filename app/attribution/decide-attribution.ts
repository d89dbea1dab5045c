import { byTime, chooseTouch } from "./choose-touch";
import { decideBound } from "./decide-bound";
import { decideUnbound } from "./decide-unbound";
import type { Decision, Moment } from "./decision";
import { versionAt, type Bind, type FriendHistory, type TouchFact } from "./friend-history";
import { friendNew, weighTouch } from "./weigh-touch";

const DAY_MS = 86_400_000;

export interface AttributionResult {
  /** The friend's bind, made at a lead or a payment; null when nobody brought this friend. */
  bind: Bind | null;
  /** One per lead and payment, oldest first. */
  decisions: Decision[];
}

/**
 * Decides every sign-up and payment of one friend from all facts at once, in the order in which they happened and
 * never in the order in which we heard of them: the same facts give the same winners (A6, I22, I23). Pure.
 */
export function decideAttribution(facts: FriendHistory): AttributionResult {
  let bind = facts.frozenBind;
  let paidSinceBind = false;
  const decisions: Decision[] = [];
  const inTime = [...facts.touches].sort(byTime);
  for (const moment of inOrder(facts)) {
    const touches = inTime.filter(({ presentedAt }) => presentedAt <= moment.at);
    if (bind && moment.at >= bind.boundAt) {
      const isFirstPayment = moment.kind === "payment" && !paidSinceBind;
      const decision = decideBound(moment, bind, touches, isFirstPayment, facts);
      decisions.push(decision);
      paidSinceBind ||= moment.kind === "payment" && decision.bind !== null;
      continue;
    }
    const isNew = friendNew(firstPaymentBefore(moment, facts));
    const weighed = touches.map((touch) => weighTouch(touch, moment.at, isNew, facts));
    const valid = weighed.filter(({ reason }) => reason === null).map(({ touch }) => touch);
    const hint = moment.kind === "payment" ? moment.programId : null;
    // A bind that can no longer change leaves no room for an earlier one.
    const winner = bind ? null : chooseTouch(valid, moment.at, hint, facts);
    const made = winner && bindTo(winner, moment.at, facts);
    const broken = facts.brokenTokens.filter(({ presentedAt }) => presentedAt <= moment.at);
    decisions.push(decideUnbound(moment, made, weighed, broken));
    bind ??= made;
    paidSinceBind ||= made !== null && moment.kind === "payment";
  }
  return { bind, decisions };
}

/** Oldest first; of one moment the sign-up before the payment, and payments by their key. */
function inOrder({ leads, payments }: FriendHistory): Moment[] {
  const all: Moment[] = [
    ...leads.map((lead) => ({ kind: "lead" as const, ...lead })),
    ...payments.map((payment) => ({ kind: "payment" as const, ...payment })),
  ];
  const rank = (moment: Moment) => (moment.kind === "lead" ? `0${moment.id}` : `1${moment.key}`);
  return all.sort((a, b) => a.at.getTime() - b.at.getTime() || (rank(a) < rank(b) ? -1 : 1));
}

function bindTo(touch: TouchFact, boundAt: Date, { programs }: FriendHistory): Bind {
  const program = programs.get(touch.programId);
  if (!program) throw new RangeError(`program ${touch.programId} is not among the facts`);
  const { id: versionId, qualifyDays } = versionAt(program, boundAt);
  return {
    programId: touch.programId,
    versionId,
    championId: touch.championId,
    linkId: touch.linkId,
    touchId: touch.id,
    boundAt,
    qualifyUntil: qualifyDays === null ? null : new Date(boundAt.getTime() + qualifyDays * DAY_MS),
  };
}

/** The friend's first payment before a moment, whatever brought them then; null when there was none. */
function firstPaymentBefore(moment: Moment, { payments, paidSince }: FriendHistory): Date | null {
  const earlier = payments
    .filter(({ at, key }) => at < moment.at || (moment.kind === "payment" && +at === +moment.at && key < moment.key))
    .map(({ at }) => at);
  if (paidSince && paidSince < moment.at) earlier.push(paidSince);
  return earlier.length === 0 ? null : new Date(Math.min(...earlier.map(Number)));
}
