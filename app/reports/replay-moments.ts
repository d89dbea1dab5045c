import type { Moment, ReplayPayment } from "./replay-facts";

/** What refunds and lost disputes had taken back of a payment from a moment on, all together, in minor units. */
export interface TakenBackStep {
  at: Date;
  /** Which of two things at the same moment was first: ids are in the order of time. */
  rank: string;
  takenBackMinor: bigint;
}

/** A payment with what came back of it, oldest first. */
export interface PaymentHistory {
  payment: ReplayPayment;
  rank: string;
  takenBack: readonly TakenBackStep[];
}

interface RankedMoment extends Moment {
  rank: string;
}

/** After every id. */
const LAST = "~";

/**
 * Everything that happened, in the order in which it was heard; of one friend never a later payment before an earlier one.
 * @param histories each friend's in the order in which they paid, for each side
 */
export function momentsOf(histories: readonly PaymentHistory[]): Moment[] {
  const latest = new Map<string, number>();
  const moments: RankedMoment[] = [];
  for (const { payment, rank, takenBack } of histories) {
    const { referralId, earnedAt, real, paidMinor } = payment;
    const at = Math.max(+earnedAt, latest.get(referralId) ?? 0);
    latest.set(referralId, at);
    moments.push({ at, rank, payment, takenBackMinor: null });
    const refusedAt = real?.refused === "person" && real.decidedAt ? +real.decidedAt : null;
    for (const step of takenBack) {
      // What a person refused stays refused, whatever is taken back or given back later.
      if (refusedAt !== null && +step.at >= refusedAt) continue;
      // What came back before the payment was heard of counts once it is (M7).
      const early = +step.at < at || (+step.at === at && step.rank < rank);
      moments.push({ at: Math.max(+step.at, at), rank: early ? rank : step.rank, payment, takenBackMinor: step.takenBackMinor });
    }
    if (refusedAt !== null) moments.push({ at: Math.max(refusedAt, at), rank: LAST, payment, takenBackMinor: paidMinor });
  }
  moments.sort((a, b) => a.at - b.at || (a.rank < b.rank ? -1 : Number(a.rank > b.rank)));
  return moments.map(({ at, payment, takenBackMinor }) => ({ at, payment, takenBackMinor }));
}
