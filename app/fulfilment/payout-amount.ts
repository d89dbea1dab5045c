export interface PayoutFacts {
  /** What this reward is due. */
  dueMinor: bigint;
  /** The champion's payable account: a credit (what we owe) is negative. */
  balanceMinor: bigint;
  /** What the champion's other rewards that stand on that account are due and have not been sent yet. */
  otherUnsentMinor: bigint;
  /** What other instructions on their way will take off that account. */
  otherInTransitMinor: bigint;
}

export interface Payout {
  amountMinor: bigint;
  /** How much of an older receivable this reward settles (M12); negative when an older credit goes along. */
  nettedMinor: bigint;
}

/**
 * What really leaves the house for a reward: an older receivable is settled first, and what was restored after an
 * earlier hand-over goes along (M5, M12, I16). The receivable is what the account owes beyond every reward on it.
 */
export function payoutAmount({
  dueMinor,
  balanceMinor,
  otherUnsentMinor,
  otherInTransitMinor,
}: PayoutFacts): Payout {
  const receivable = balanceMinor + dueMinor + otherUnsentMinor + otherInTransitMinor;
  const nettedMinor = receivable < dueMinor ? receivable : dueMinor;
  return { amountMinor: dueMinor - nettedMinor, nettedMinor };
}
