/**
 * The stored facts a rule may look at. Undefined means "could not be read": then the rule holds (R32). Null means that
 * there is nothing to ask about, such as the card of a sale that named none.
 */
export interface TrustFacts {
  paidAt: Date;
  /** R1: what champion and friend have in common. */
  sameAsFriend: "customer" | "email" | null | undefined;
  /** R3: when the friend paid for the first time before this, if ever. */
  paidBefore: Date | null | undefined;
  /** R4: the touch, until when it counts by the program's click memory, and when it bound the friend (A2, A3). */
  touchedAt: Date | undefined;
  touchValidUntil: Date | undefined;
  boundAt: Date | undefined;
  /** A person decided who brought the friend (A19): whether the friend is new and the touch in time was theirs to judge. */
  byHand: boolean;
  /** What the purchase earns; null when nothing is to be granted, and only whether it is genuine at all is asked. */
  reward: RewardAtStake | null;
  /** What stands around it; null as with `reward`. */
  signs: TrustSigns | null;
}

export interface RewardAtStake {
  amountMinor: bigint;
  /** R10, W12: above these a person looks, above the last one two. */
  eachMinor: bigint;
  per30DaysMinor: bigint;
  twoAdminsAboveMinor: bigint;
  championSince: Date | null | undefined;
  rewardsBefore: number | undefined;
  /** R11: of how many of them something was taken back, by a refund or a dispute. */
  takenBackBefore: number | undefined;
  grantedIn30DaysMinor: bigint | undefined;
}

/** What is compared with the champion's account and with their other recommendations. Hashes stay in the database. */
export interface TrustSigns {
  /** R2: whose payments were made with the same card or account; null when the sale named none. */
  sameCard: "champion" | "other_friend" | "nobody" | null | undefined;
  /** R5, R6: the host of the friend's address; null when the shop named no address. */
  mailHost: MailHostSign | null | undefined;
  /** R7: the network of the friend's visit within 7 days of the champion's sign-in; null when not known of both. */
  network: { sameAsChampion: boolean; sameBrowser: boolean } | null | undefined;
  /** R8. */
  pace: PaceSign | undefined;
  /** R12: what the payment provider warns of. */
  warning: "dispute_open" | "radar_highest" | "early_fraud_warning" | "none" | null | undefined;
  /** R13: how many other champions are paid to the same place; null when they are paid to none. */
  othersPaidThere: number | null | undefined;
  /** R14: when the champion's address, factor or payout details were last changed. */
  accountChangedAt: Date | null | undefined;
  /** R15: the parameter of an advertisement the visit came with. */
  adClick: { parameter: string; ownCampaign: boolean } | null | undefined;
  /** R16: the host the visit came from. */
  referrerHost: string | null | undefined;
  /** R17: of the champion's latest friends, how many came by a code without a click. */
  codes: { friends: number; withoutClick: number } | undefined;
  /** R19: the friend brought the champion, or a longer chain pays with one card. */
  circle: "mutual" | "chain" | "none" | undefined;
  /** R20: when the subscription that was paid for ended, and whether the sale costs more than it brings. */
  subscriptionEndedAt: Date | null | undefined;
  costsMoreThanItBrings: boolean | null | undefined;
  /** R21: what of the delivery equals the champion's. */
  sameDelivery: "address" | "phone" | "nothing" | null | undefined;
  /** R34: what a person judged of this champion and friend before. */
  verdict: { genuine: boolean; rules: readonly string[] } | null | undefined;
}

export interface MailHostSign {
  kind: "free" | "disposable" | "own";
  sameAsChampion: boolean;
  /** The champion's earlier friends with an address of this host. */
  friendsBefore: number;
}

export interface PaceSign {
  /** From the visit to the payment; null for a code, which is typed while paying. */
  seconds: number | null;
  /** Friends of this champion within 24 hours, this one included. */
  friendsIn24Hours: number;
  /** The champion's middle day of the 30 before: that many friends or fewer on half of all days. */
  medianPerDay: number;
}
