/*
 * What a reward must come to, from the facts alone: written apart from the rules it judges, in the plainest way there is.
 */

export interface FinalRefund {
  amountMinor: bigint;
  /** Whether the money went back and stayed there. */
  stands: boolean;
}

export interface FinalDispute {
  amountMinor: bigint;
  /** `lost`: the money is gone, be it for now; `open`: it is still here, and nobody knows. */
  came: "lost" | "open" | "nothing";
}

/** What people and rails did with a reward, in the order in which it was accepted. */
export type Decision = "approve" | "undo" | "refuse" | "restore" | "send" | "return";

export interface FinalFacts {
  grantedMinor: bigint;
  paidMinor: bigint;
  refunds: readonly FinalRefund[];
  disputes: readonly FinalDispute[];
  decisions: readonly Decision[];
  /** What the rail has confirmed, whatever became of the reward then. */
  handedOverMinor: bigint;
}

/** What each account must owe because of one reward; credit is positive here, debt negative. */
export interface Owed {
  dueMinor: bigint;
  pendingMinor: bigint;
  payableMinor: bigint;
}

export function owedBy({ grantedMinor, paidMinor, refunds, disputes, decisions, handedOverMinor }: FinalFacts): Owed {
  let back = 0n;
  for (const { amountMinor, stands } of refunds) if (stands) back += amountMinor;
  for (const { amountMinor, came } of disputes) if (came === "lost") back += amountMinor;
  if (back > paidMinor) back = paidMinor;
  // Half a cent that is taken back is a cent.
  const taken = (2n * grantedMinor * back + paidMinor) / (2n * paidMinor);
  const dueMinor = grantedMinor - taken;

  const last = decisions.at(-1);
  if (last === "refuse") return { dueMinor: 0n, pendingMinor: 0n, payableMinor: -handedOverMinor };
  const gone = last === "send";
  const stopped = disputes.some(({ came }) => came === "open") && !gone;
  const approved = last === "approve" || last === "return" || gone;
  const isPayable = approved && !stopped;
  return { dueMinor, pendingMinor: isPayable ? 0n : dueMinor, payableMinor: (isPayable ? dueMinor : 0n) - handedOverMinor };
}
