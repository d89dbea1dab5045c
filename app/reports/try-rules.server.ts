import { BoundedMap } from "~/platform/bounded-map";
import { reportDb, systemClock, type Deps } from "~/platform/deps.server";
import type { Program } from "~/programs/program";
import type { ProgramRules } from "~/programs/program-rules";
import { readReplayFacts } from "./read-replay-facts.server";
import { costOf, type ReplayCost } from "./replay-cost";
import type { ReplayFacts } from "./replay-facts";
import { replayRewards } from "./replay-rewards";
import { toTheEnd } from "./to-the-end.server";

const DAY_MS = 86_400_000;
const TRIED_DAYS = 90;
/** Who types asks again and again; facts of this age are good enough for them. */
const KEPT_MS = 60_000;

interface Kept {
  until: number;
  facts: Promise<ReplayFacts>;
  inForce: Promise<ReplayCost>;
}

const kept = new BoundedMap<string, Kept>(2);

/** What the last 90 days would have cost. */
export interface TriedRules {
  since: Date;
  /** Payments of friends somebody brought. */
  payments: number;
  currency: string;
  /** Under the rules that are tried, and under those in force, both for everybody. */
  tried: ReplayCost;
  inForce: ReplayCost & { number: number };
}

/** Replays the last 90 days of a program under rules that nobody published, beside those in force; writes nothing. */
export async function tryRules(program: Pick<Program, "id" | "version">, rules: ProgramRules, deps: Deps = {}): Promise<TriedRules> {
  const ofProgram = keptFor(program, deps);
  const [{ since, payments }, inForce, tried] = await Promise.all([
    ofProgram.facts,
    ofProgram.inForce,
    ofProgram.facts.then((facts) => costUnder(facts, rules)),
  ]);
  return { since, payments, currency: rules.currency, tried, inForce: { number: program.version.number, ...inForce } };
}

const costUnder = async (facts: ReplayFacts, rules: ProgramRules) => costOf(await toTheEnd(replayRewards(facts, () => rules)));

function keptFor({ id: programId, version }: Pick<Program, "id" | "version">, { db = reportDb, clock = systemClock }: Deps): Kept {
  const now = clock.now();
  const key = `${programId} ${version.id}`;
  const known = kept.get(key);
  if (known && known.until > +now && known.until <= +now + KEPT_MS) return known;
  const window = { programId, currency: version.rules.currency, since: new Date(+now - TRIED_DAYS * DAY_MS) };
  const facts = readReplayFacts(window, { db, clock });
  const fresh = { until: +now + KEPT_MS, facts, inForce: facts.then((read) => costUnder(read, version.rules)) };
  kept.set(key, fresh);
  // What could not be read is not worth keeping; whoever asked hears of it.
  fresh.inForce.catch(() => kept.delete(key));
  return fresh;
}
