/** A friend as staff may see them. */
export interface CaseFriend {
  /** The shop's or the provider's number of the customer. */
  number: string | null;
  mailHost: string | null;
  knownSince: Date;
  purchases: number;
}

/** Of the champion's rewards besides the one that is judged. */
export interface CaseChampion {
  friends: number;
  kept: number;
  takenBack: number;
  refused: number;
}

export interface SimilarCase {
  rewardId: string;
  champion: string;
  createdAt: Date;
  /** The rules both have in common. */
  rules: string[];
  fate: "kept" | "taken_back" | "refused" | "not_genuine" | "waiting";
}

export interface ReviewCase {
  friend: CaseFriend | null;
  champion: CaseChampion;
  /** The latest first. */
  similar: SimilarCase[];
}
