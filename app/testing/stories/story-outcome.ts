import type { TraceStep } from "~/attribution/attribution-trace";

/** What was decided about one payment or sign-up, with names in place of ids. */
export interface StoryDecision {
  winner: string | null;
  reason: string | null;
  lost: { champion: string; reason: string }[];
  trace: { check: string; rule: string; outcome: TraceStep["outcome"]; champion: string | null; reason: string | null }[];
}

/**
 * The outcome of a payment in the words of the story files: who has it, every check that failed and every touch that
 * lost, and the names of all checks in order.
 */
export function paymentLines(number: number, { winner, reason, lost, trace }: StoryDecision): string[] {
  const payment = `payment ${number}`;
  const failed = trace.filter(({ outcome }) => outcome === "fail");
  const silent = lost.filter((loss) => !failed.some((step) => step.champion === loss.champion && step.reason === loss.reason));
  return [
    `${payment}: ${winner ?? `nobody, ${reason}`}`,
    ...failed.map((step) => `${payment}${step.champion ? `, ${step.champion}` : " as a whole"}: ${step.reason} at ${step.check} (${step.rule})`),
    ...silent.map((loss) => `${payment}, ${loss.champion}: ${loss.reason}`),
    traceLine(payment, trace),
  ];
}

/** What a sign-up was answered: later facts may change what is decided about it. */
export function signUpLine(number: number, winner: string | null, reason: string | null): string {
  return `sign-up ${number}: ${winner ?? `nobody, ${reason}`}`;
}

export function traceLine(subject: string, trace: readonly { check: string }[]): string {
  return `trace of ${subject}: ${trace.map(({ check }) => check).join(" ")}`;
}

/**
 * What was told, sorted and each line once, without the kinds of lines a story says nothing of unless it is about them:
 * whole traces and rewards.
 */
export function asExpected(lines: readonly string[], expected: readonly string[]): string[] {
  const about = (line: string) => !/^(trace|reward) of /.test(line) || expected.some((each) => subjectOf(each) === subjectOf(line));
  return [...new Set(lines.filter(about))].sort();
}

const subjectOf = (line: string) => line.split(":")[0];
