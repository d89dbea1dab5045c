import type { Side } from "~/programs/reward-side";

/** What a payment really earned. */
export interface RealReward {
  ruleKey: string;
  /** What it came to at the grant; zero where rules or trust refused it. Minor units. */
  grantedMinor: bigint;
  reason: string | null;
  /** Refused by the rules, by what trust found, or later by a person. */
  refused: "rules" | "trust" | "person" | null;
  decidedAt: Date | null;
}

/** A payment of a friend somebody brought, with all that bears on what it earns one side (W6). */
export interface ReplayPayment {
  side: Side;
  conversionId: string;
  referralId: string;
  championId: string;
  /** The version frozen at the bind (W2). */
  versionId: string;
  paidAt: Date;
  /** When it earned, or was heard of when it earned nothing: caps look back from here. */
  earnedAt: Date;
  currency: string;
  paidMinor: bigint;
  /** Paid without tax and shipping (W4). */
  baseMinor: bigint;
  /** It goes on with a subscription that was paid before. */
  renews: boolean;
  groups: ReadonlyMap<string, bigint>;
  real: RealReward | null;
}

/** What a side had for a friend before the first payment that is replayed. */
export interface FriendBefore {
  /** When they paid first, as far as that was thanked for. */
  firstAt: Date | null;
  /** Which of the champion's friends they are; null when nobody was thanked for them yet. */
  number: number | null;
  /** What was granted to this side for them by then, in minor units. */
  grantedMinor: bigint;
}

/** Names what one side has for one friend. */
export const friendKey = ({ side, referralId }: Pick<ReplayPayment, "side" | "referralId">): string => `${side} ${referralId}`;

/** A payment that is heard of, or what refunds and disputes took back of it from then on, all together. */
export interface Moment {
  at: number;
  payment: ReplayPayment;
  /** Minor units; null is the payment itself. */
  takenBackMinor: bigint | null;
}

/** Everything a replay of one program needs. */
export interface ReplayFacts {
  /** From here on payments earn by the rules that are tried. */
  since: Date;
  until: Date;
  /** In the order in which it was heard; payments before `since` stand as they were. */
  moments: readonly Moment[];
  /** How many payments there are since then. */
  payments: number;
  /** By `friendKey`. */
  friends: ReadonlyMap<string, FriendBefore>;
  /** How many friends each champion had been thanked for. */
  thanked: ReadonlyMap<string, number>;
}
