import type { Compared, Outcome, TrustCheck } from "./outcome";
import type { RewardAtStake, TrustFacts, TrustSigns } from "./trust-facts";
import type { TrustFigures, TrustPolicy } from "./trust-policy";

export interface Finding {
  outcome: Outcome;
  compared: Compared;
}

/** What a rule may look at besides the facts. */
export interface RuleContext {
  figures: TrustFigures;
  policy: TrustPolicy;
  /** What the rules before it found: R7 asks whether anything else was. */
  found: readonly TrustCheck[];
}

/** A pure function over stored facts (R30); null when it has nothing to ask. A change of meaning raises the version (R31). */
export interface Rule {
  id: string;
  version: number;
  judge(facts: TrustFacts, context: RuleContext): Finding | null;
}

export class MissingInput extends Error {}

/** @throws MissingInput which makes the rule hold (R32) */
export function present<T>(value: T | undefined): T {
  if (value === undefined) throw new MissingInput();
  return value;
}

/** A rule about what stands around a sale: asks nothing when nothing is at stake. */
export function signRule(id: string, judge: (signs: TrustSigns, facts: TrustFacts, context: RuleContext) => Finding | null): Rule {
  return { id, version: 1, judge: (facts, context) => facts.signs && judge(facts.signs, facts, context) };
}

/** A rule about the reward itself: asks nothing when none is at stake. */
export function rewardRule(id: string, judge: (reward: RewardAtStake, facts: TrustFacts, context: RuleContext) => Finding | null): Rule {
  return { id, version: 1, judge: (facts, context) => facts.reward && judge(facts.reward, facts, context) };
}
