/** Somebody with an account, as the world knows them; nothing here is hashed or compared yet. */
export interface Somebody {
  mail: string;
  /** The shop's number of them. */
  customer: string;
  card: string;
  network: string;
  browser: string;
  street: string;
  phone: string;
}

/** How a friend came. */
export interface Visit {
  how: "click" | "code";
  at: Date;
  network: string;
  browser: string;
  /** The host of the page before, if any. */
  from: string | null;
  /** The parameter an advertisement put into the address, and whether the campaign is the company's own. */
  ad: { parameter: string; own: boolean } | null;
  /** What the request was like when it was none of a person. */
  method?: "HEAD";
  headers?: Record<string, string>;
}

/** One friend and what they bought. */
export interface Recommendation {
  friend: Somebody;
  visit: Visit;
  paidAt: Date;
  paidWith: string;
  amountMinor: number;
  rewardMinor: number;
  /** An older purchase of the same friend. */
  paidEarlierAt: Date | null;
  takenBack: boolean;
  warning: "dispute_open" | "radar_highest" | "early_fraud_warning" | null;
  subscriptionEndedAt: Date | null;
  /** What the sale leaves before discount and reward. */
  marginMinor: number;
}

/** A champion's story up to one sale, with what it was planted for. */
export interface History {
  /** `R5-07`, or `honest-colleagues-03`. */
  name: string;
  /** The rule it was planted for; null when everybody in it is honest. */
  planted: string | null;
  /** What the rule book's row says becomes of it; null for the honest. */
  outcome: string | null;
  champion: Somebody & {
    joinedAt: Date;
    signedInAt: Date;
    accountChangedAt: Date | null;
    /** Where they are paid, and how many other champions are paid there. */
    othersPaidThere: number;
    /** The champion above them, the one above that, …: their people and cards. */
    broughtBy: Somebody[];
  };
  /** Hosts the company wants no friends from. */
  bannedHosts: string[];
  strict: boolean;
  /** Oldest first; the last one is judged. */
  recommendations: Recommendation[];
}
