import type { RecommendationLine } from "./list-recommendations.server";

/** What a champion thinks happened: a few plain choices, none of which asks who the friend is (L1). */
export const HAPPENED = ["link", "code", "mouth", "other"] as const;
export type Happened = (typeof HAPPENED)[number];

export interface Period {
  from: Date;
  until: Date;
  /** The Monday of the week it begins in: purchases are told by their week (S5). */
  firstWeek: Date;
}

/** Everything the answer may rest on: this champion's own links, codes and membership, nothing about anybody else (S10). */
export interface OwnFacts {
  period: Period;
  happened: Happened;
  /** A1: how long a visit counts, in days. */
  memoryDays: number;
  lines: readonly RecommendationLine[];
  visits: { counted: number; uncounted: number; claimed: number };
  membership: { joinedAt: Date | null; pausedAt: Date | null };
}

/** What was found, in the order in which it is told. */
export type Finding =
  | { kind: "bought" | "not_eligible" | "signed_up" | "waiting" | "expired"; line: RecommendationLine }
  | { kind: "visits" | "uncounted" | "more"; count: number }
  | { kind: "not_joined" | "paused"; at: Date }
  | { kind: "no_code" | "by_mouth" | "nothing" };

const DAY_MS = 86_400_000;
/** Of one kind the newest are told; a list as long as the home page answers nothing. */
const MOST_OF_A_KIND = 5;
/** Somebody who came longer ago than the longest click memory there can be explains nothing about the period (A1). */
const LOOK_BACK_DAYS = 90;

/**
 * "Somebody bought and I see nothing": what this champion's own links and codes say about a day, told in order. Whoever
 * the friend is, the same own facts give the same answer: five reasons are one (S10), told by the visit to the
 * champion's own link and never by the purchase. Pure.
 */
export function explainSilence(facts: OwnFacts): Finding[] {
  const { lines, visits, membership, happened, period } = facts;
  const about = lines.flatMap((line): (Finding & { line: RecommendationLine })[] => {
    const kind = kindOf(line, facts);
    return kind ? [{ kind, line }] : [];
  });
  const told = KINDS.flatMap((kind) => about.filter((finding) => finding.kind === kind).slice(0, MOST_OF_A_KIND));
  const without = visits.counted - visits.claimed;
  const found: Finding[] = [
    ...told,
    ...(about.length > told.length ? [{ kind: "more" as const, count: about.length - told.length }] : []),
    ...standing(membership, period),
    ...(without > 0 ? [{ kind: "visits" as const, count: without }] : []),
    ...(visits.uncounted > 0 ? [{ kind: "uncounted" as const, count: visits.uncounted }] : []),
  ];
  const counts = told.some(({ kind }) => kind === "bought");
  const codeCame = about.some(({ line }) => line.byCode);
  return [
    ...found,
    ...(found.length === 0 ? [{ kind: "nothing" as const }] : []),
    ...(happened === "code" && !codeCame ? [{ kind: "no_code" as const }] : []),
    ...(happened === "mouth" && !counts ? [{ kind: "by_mouth" as const }] : []),
  ];
}

const KINDS = ["bought", "not_eligible", "signed_up", "waiting", "expired"] as const;

/** What a recommendation says about the period; null when it has nothing to do with it. */
function kindOf(line: RecommendationLine, { period, memoryDays }: OwnFacts): (typeof KINDS)[number] | null {
  const { since, boughtInWeek, status, until } = line;
  if (since >= period.until) return null;
  if (boughtInWeek) return boughtInWeek >= period.firstWeek ? "bought" : null;
  if (status === "signed_up") return "signed_up";
  if (status === "claimed") return "waiting";
  if (status === "expired") return until && since >= before(period, LOOK_BACK_DAYS) ? "expired" : null;
  // It could have led to a purchase in the period, and it ended without one that counts.
  return line.reason === "qualify_expired" || since >= before(period, memoryDays) ? "not_eligible" : null;
}

function before({ firstWeek }: Period, days: number): Date {
  return new Date(firstWeek.getTime() - days * DAY_MS);
}

function standing({ joinedAt, pausedAt }: OwnFacts["membership"], { until }: Period): Finding[] {
  if (joinedAt && joinedAt >= until) return [{ kind: "not_joined", at: joinedAt }];
  return pausedAt && pausedAt < until ? [{ kind: "paused", at: pausedAt }] : [];
}
