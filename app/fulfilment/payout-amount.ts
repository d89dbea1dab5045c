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

/** What a champion owes back: what the account is owed beyond every reward on it; negative when we owe more (M5, I16). */
export function receivableOf({ dueMinor, balanceMinor, otherUnsentMinor, otherInTransitMinor }: PayoutFacts): bigint {
  return balanceMinor + dueMinor + otherUnsentMinor + otherInTransitMinor;
}

/**
 * What really leaves the house for a reward: an older receivable is settled first, and what was restored after an
 * earlier hand-over goes along (M5, M12, I16).
 */
export function payoutAmount(facts: PayoutFacts): Payout {
  const { dueMinor } = facts;
  const receivable = receivableOf(facts);
  const nettedMinor = receivable < dueMinor ? receivable : dueMinor;
  return { amountMinor: dueMinor - nettedMinor, nettedMinor };
}
