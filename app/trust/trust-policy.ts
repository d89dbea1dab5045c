/** How closely a program looks; an owner chooses. `moderate` is the book's row of each rule. */
export const TRUST_LEVELS = ["relaxed", "moderate", "strict"] as const;
export type TrustLevel = (typeof TRUST_LEVELS)[number];

/** The figures of the rules. */
export interface TrustFigures {
  /** R5: the how-manyeth friend with an address of one company is held. */
  sameHostHeldFrom: number;
  /** R8. */
  secondsAtLeast: number;
  friendsIn24HoursAtMost: number;
  timesMedianAtMost: number;
  /** R9. */
  firstRewards: number;
  newAccountDays: number;
  /** R11. */
  takenBackPercentAtMost: number;
  takenBackFromRewards: number;
  /** R14. */
  changedWithinHours: number;
  /** R17. */
  codePercentAtMost: number;
  codeFromFriends: number;
  /** R20. */
  endedWithinDays: number;
  /** R21 is off unless a program looks strictly. */
  comparesDelivery: boolean;
}

const MODERATE: TrustFigures = {
  sameHostHeldFrom: 3,
  secondsAtLeast: 10, friendsIn24HoursAtMost: 5, timesMedianAtMost: 10,
  firstRewards: 3, newAccountDays: 7,
  takenBackPercentAtMost: 20, takenBackFromRewards: 5,
  changedWithinHours: 72,
  codePercentAtMost: 30, codeFromFriends: 10,
  endedWithinDays: 14,
  comparesDelivery: false,
};

/** Which figures a level has (R31: with the rule's version they explain a finding). */
export const FIGURES: Record<TrustLevel, TrustFigures> = {
  relaxed: {
    ...MODERATE, sameHostHeldFrom: 5, secondsAtLeast: 5, friendsIn24HoursAtMost: 15, timesMedianAtMost: 20,
    firstRewards: 1, newAccountDays: 2, takenBackPercentAtMost: 35, codePercentAtMost: 60, endedWithinDays: 7,
  },
  moderate: MODERATE,
  strict: {
    ...MODERATE, sameHostHeldFrom: 2, secondsAtLeast: 20, friendsIn24HoursAtMost: 3, timesMedianAtMost: 5,
    firstRewards: 5, newAccountDays: 14, takenBackPercentAtMost: 10, codePercentAtMost: 20, endedWithinDays: 30,
    comparesDelivery: true,
  },
};

export interface TrustPolicy {
  level: TrustLevel;
  /** Rules whose findings are shown and stop nothing. */
  adviceOnly: readonly string[];
  /** R16: hosts no visit may come from, such as coupon and cashback sites. */
  bannedHosts: readonly string[];
  /** R20: what the company keeps of an order at full price, in percent; null where it said nothing. */
  marginPercent: number | null;
}

/** What a program has until an owner chose. */
export const DEFAULT_POLICY: TrustPolicy = { level: "moderate", adviceOnly: [], bannedHosts: [], marginPercent: null };

/**
 * What an owner may take as advice. Plain facts about the sale, its amount and a person's own verdict are none of it (R33,
 * R34); nor are rules that are asked about nothing yet.
 */
export const ADVISABLE_RULES = ["R2", "R5", "R6", "R8", "R9", "R11", "R12", "R13", "R14", "R16", "R17", "R19", "R20"] as const;
