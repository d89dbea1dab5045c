const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** How long after each attempt the next one is made (P14); the first is made at once. */
export const WAITS_MS = [5 * SECOND, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 10 * HOUR];

/** An endpoint at which nothing arrived for so long is switched off. */
export const FAILING_MS = 72 * HOUR;

/** The secret before a rotation signs beside the new one for so long (P13). */
export const ROTATION_MS = 24 * HOUR;

/** Events, deliveries and answers are kept for so long. */
export const KEPT_MS = 30 * 24 * HOUR;

/** What one attempt brought: the status of an answer, or why there was none that counts. */
export interface AttemptOutcome {
  status: number | null;
  error: string | null;
}

/** The other side has it: any 2xx. */
export function isAccepted({ status, error }: AttemptOutcome): boolean {
  return error === null && status !== null && status >= 200 && status < 300;
}

interface AttemptMade {
  outcome: AttemptOutcome;
  /** Which one it was since the delivery was last asked for, from 1. */
  tries: number;
  /** A sample is tried once. */
  sample: boolean;
  now: Date;
}

export type Verdict =
  | { status: "delivered" | "failed"; nextAt: null; settledAt: Date }
  | { status: "waiting"; nextAt: Date; settledAt: null };

/** What becomes of a delivery after an attempt. 410 says that nobody will ever listen there again. */
export function afterAttempt({ outcome, tries, sample, now }: AttemptMade): Verdict {
  if (isAccepted(outcome)) return { status: "delivered", nextAt: null, settledAt: now };
  const wait = sample || outcome.status === 410 ? undefined : WAITS_MS[tries - 1];
  if (wait === undefined) return { status: "failed", nextAt: null, settledAt: now };
  return { status: "waiting", nextAt: new Date(now.getTime() + wait), settledAt: null };
}

/** Whether an endpoint is switched off after a failure: it said that it is gone, or nothing arrived for three days. */
export function offBecause(outcome: AttemptOutcome, failingSince: Date, now: Date): "gone" | "failing" | null {
  if (outcome.status === 410) return "gone";
  return now.getTime() - failingSince.getTime() >= FAILING_MS ? "failing" : null;
}
