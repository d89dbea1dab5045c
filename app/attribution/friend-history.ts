/** Something that can bind, and for whom (A5). */
export interface TouchFact {
  id: string;
  kind: "token" | "claim" | "code";
  /** The click id of a token, or the code: what makes two touches the same one. */
  source: string;
  linkId: string;
  championId: string;
  programId: string;
  touchedAt: Date;
  /** The earliest moment at which it was presented for this friend. */
  presentedAt: Date;
}

/** A token that was presented and that no key of ours signed. */
export interface BrokenToken {
  /** A short hash of what was presented; the token itself says nothing. */
  source: string;
  presentedAt: Date;
}

export interface ChampionFact {
  id: string;
  status: "applied" | "refused" | "active" | "paused" | "left" | "blocked";
  pausedAt: Date | null;
  leftAt: Date | null;
  /** R1: what champion and friend have in common; null when nothing. */
  sameAsFriend: "customer" | "email" | null;
}

/** The part of a program version that decides attribution. */
export interface VersionFact {
  id: string;
  publishedAt: Date;
  model: "first" | "last";
  clickMemoryDays: number;
  qualifyDays: number | null;
}

export interface ProgramFact {
  id: string;
  ended: boolean;
  /** Oldest first; never empty. */
  versions: VersionFact[];
}

/** A sign-up the shop told us about. */
export interface LeadFact {
  id: string;
  at: Date;
}

/** A payment that was really made (W3). */
export interface PaymentFact {
  id: string;
  /** The provider's key: orders payments of the same second, whichever was told first. */
  key: string;
  at: Date;
  /** The program the shop meant, when it said so. */
  programId: string | null;
}

/** A friend linked to a champion, with the terms frozen at that moment (W2). */
export interface Bind {
  programId: string;
  versionId: string;
  championId: string;
  linkId: string;
  /** The touch that won; null when a person decided (A19). */
  touchId: string | null;
  /** The decision by hand that made it; null when a touch did. */
  handId: string | null;
  boundAt: Date;
  /** A1: the first payment must come before; null is without end. */
  qualifyUntil: Date | null;
}

/** What somebody of the staff decided about who brought this friend (A19). */
export interface HandFact {
  id: string;
  /** The payment or sign-up it was decided about: the bind begins with it. */
  momentId: string;
  decidedAt: Date;
  /** Null: nobody brought this friend. */
  to: { programId: string; championId: string; linkId: string } | null;
}

/** Everything known about one friend (or organisation, A18) that attribution looks at. The order of lists is no fact. */
export interface FriendHistory {
  payments: readonly PaymentFact[];
  leads: readonly LeadFact[];
  touches: readonly TouchFact[];
  brokenTokens: readonly BrokenToken[];
  champions: ReadonlyMap<string, ChampionFact>;
  programs: ReadonlyMap<string, ProgramFact>;
  /** The friend paid at this moment, by what the provider or the shop says of the time before we listened (A8). */
  paidSince: Date | null;
  /** What staff decided about this friend; the latest counts, the others are history (A19). */
  byHand: readonly HandFact[];
  /** A bind that can no longer change: something it led to was decided (A6), or paid where staff decided otherwise (A19). */
  frozenBind: Bind | null;
}

/** The rules in force at a moment; before the first version, the first (W2). */
export function versionAt(program: ProgramFact, at: Date): VersionFact {
  const inForce = program.versions.findLast(({ publishedAt }) => publishedAt <= at) ?? program.versions[0];
  if (!inForce) throw new RangeError(`program ${program.id} has no version`);
  return inForce;
}
