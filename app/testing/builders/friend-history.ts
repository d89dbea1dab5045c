import { decideAttribution } from "~/attribution/decide-attribution";
import type {
  BrokenToken, ChampionFact, FriendHistory, HandFact, LeadFact, PaymentFact, ProgramFact, TouchFact, VersionFact,
} from "~/attribution/friend-history";

/** A moment of the story: `"5"` or `"5 14:30"` is a day (and time) counted from 1 November 2026, which is day 0. */
export function on(moment: string): Date {
  const [day = "0", time = "12:00"] = moment.split(" ");
  const at = new Date(`2026-11-01T${time.length === 5 ? `${time}:00` : time}Z`);
  at.setUTCDate(at.getUTCDate() + Number(day));
  return at;
}

export function aProgramFact(id: string, over: Partial<VersionFact> = {}, ended = false): ProgramFact {
  const version = { id: `${id}-v1`, publishedAt: on("-300"), model: "first" as const, clickMemoryDays: 30, qualifyDays: 365 };
  return { id, ended, versions: [{ ...version, ...over }] };
}

export function aChampionFact(id: string, over: Partial<ChampionFact> = {}): ChampionFact {
  return { id, status: "active", pausedAt: null, leftAt: null, sameAsFriend: null, ...over };
}

/** `"token A day 3, presented 5"` as a fact. Champion `A` has link `link-A`; program `friends` unless told otherwise. */
export function aTouch(
  kind: TouchFact["kind"],
  champion: string,
  touched: string,
  presented: string,
  over: Partial<TouchFact> = {},
): TouchFact {
  const source = over.source ?? `${kind}-${champion}-${touched}`;
  return {
    id: `touch-${source}`, kind, source, linkId: `link-${champion}`, championId: champion, programId: "friends",
    touchedAt: on(touched), presentedAt: on(presented), ...over,
  };
}

export function aPayment(id: string, moment: string, over: Partial<PaymentFact> = {}): PaymentFact {
  return { id, key: `pi_${id}`, at: on(moment), programId: null, ...over };
}

export function aLead(id: string, moment: string): LeadFact {
  return { id, at: on(moment) };
}

/** "A person decided on day 20 that the friend of this payment or sign-up came through C", or through nobody. */
export function aHandDecision(momentId: string, champion: string | null, decided = "20"): HandFact {
  const to = champion && { programId: "friends", championId: champion, linkId: `link-${champion}` };
  return { id: `hand-${momentId}-${champion}-${decided}`, momentId, decidedAt: on(decided), to: to || null };
}

interface Story extends Partial<Omit<FriendHistory, "champions" | "programs">> {
  champions?: ChampionFact[];
  programs?: ProgramFact[];
  brokenTokens?: BrokenToken[];
}

/** A friend's history: champions A, B and C in a friend program (first touch) and an affiliate one (last touch). */
export function aHistory(story: Story): FriendHistory {
  const champions = [...["A", "B", "C"].map((id) => aChampionFact(id)), ...(story.champions ?? [])];
  const programs = [
    aProgramFact("friends"), aProgramFact("affiliates", { model: "last" }), ...(story.programs ?? []),
  ];
  return {
    payments: [], leads: [], touches: [], brokenTokens: [], paidSince: null, byHand: [], frozenBind: null,
    ...story,
    champions: new Map(champions.map((champion) => [champion.id, champion])),
    programs: new Map(programs.map((program) => [program.id, program])),
  };
}

/** "A" or "nobody: reason" per payment, oldest first. */
export function winnersOf(facts: FriendHistory): string[] {
  return decideAttribution(facts)
    .decisions.filter(({ kind }) => kind === "payment")
    .map(({ bind, reason }) => (bind ? bind.championId : `nobody: ${reason}`));
}
