import { byTime, chooseTouch } from "./choose-touch";
import { decideBound } from "./decide-bound";
import { decideByHand, latestByHand } from "./decide-by-hand";
import { decideUnbound } from "./decide-unbound";
import type { AttributionResult, Decision, Moment } from "./decision";
import type { Bind, FriendHistory, TouchFact } from "./friend-history";
import { makeBind } from "./make-bind";
import { friendNew, wasTouchedBy, weighTouch } from "./weigh-touch";

/**
 * How long after a payment the rest of the same checkout may be told: a shop reports the sign-up from its thank-you page
 * while the provider's message is here already. Longer, and somebody who bought on their own could be claimed later.
 */
const SAME_CHECKOUT_MS = 3_600_000;

/**
 * Decides every sign-up and payment of one friend from all facts at once, in the order in which they happened and
 * never in the order in which we heard of them: the same facts give the same winners (A6, I22, I23). Pure.
 */
export function decideAttribution(facts: FriendHistory): AttributionResult {
  const inTime = [...facts.touches].sort(byTime);
  const hand = latestByHand(facts.byHand);
  if (hand && !facts.frozenBind) return decideByHand(hand, inOrder(facts), inTime, facts);
  let bind: Bind | null = facts.frozenBind;
  let paidSinceBind = false;
  const decisions: Decision[] = [];
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
    const hint = moment.kind === "payment" ? moment.programId : null;
    const choose = (shown: TouchFact[]) => {
      const weighed = shown.map((touch) => weighTouch(touch, moment.at, isNew, facts));
      const valid = weighed.filter(({ reason }) => reason === null).map(({ touch }) => touch);
      return { weighed, winner: chooseTouch(valid, moment.at, hint, facts) };
    };
    let { weighed, winner } = choose(touches);
    // A bind that can no longer change leaves no room for an earlier one.
    if (bind) winner = null;
    else if (!winner) ({ weighed, winner } = choose(inTime.filter((touch) => touches.includes(touch) || isOfSameCheckout(touch, moment))));
    const made = winner && makeBind({ ...winner, touchId: winner.id, handId: null }, moment.at, facts);
    const broken = facts.brokenTokens.filter(({ presentedAt }) => presentedAt <= moment.at);
    decisions.push(decideUnbound(moment, made, weighed, broken));
    bind ??= made;
    paidSinceBind ||= made !== null && moment.kind === "payment";
  }
  return { bind, decisions };
}

/** Shown soon after a payment by somebody who had met the champion before it. */
function isOfSameCheckout(touch: TouchFact, { kind, at }: Moment): boolean {
  return kind === "payment" && wasTouchedBy(touch, at) && +touch.presentedAt <= +at + SAME_CHECKOUT_MS;
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

/** The friend's first payment before a moment, whatever brought them then; null when there was none. */
function firstPaymentBefore(moment: Moment, { payments, paidSince }: FriendHistory): Date | null {
  const earlier = payments
    .filter(({ at, key }) => at < moment.at || (moment.kind === "payment" && +at === +moment.at && key < moment.key))
    .map(({ at }) => at);
  if (paidSince && paidSince < moment.at) earlier.push(paidSince);
  return earlier.length === 0 ? null : new Date(Math.min(...earlier.map(Number)));
}
