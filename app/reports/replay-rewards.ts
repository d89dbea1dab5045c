import type { ProgramRules } from "~/programs/program-rules";
import { matchRule, type RuleMatch } from "~/programs/reward-rule";
import { rulesFor } from "~/programs/reward-side";
import { limitsFor, rewardFor } from "~/programs/reward-worth";
import type { ReplayFacts, ReplayPayment } from "./replay-facts";
import { ReplayState, type ReplayedReward } from "./replay-state";

type Rules = Pick<ProgramRules, "currency" | "rewards" | "minimumPurchaseMinor" | "capPer30DaysMinor" | "capPerFriendMinor" | "budgetPer30DaysMinor">;

/** How many moments are gone through at a stretch. */
const STRETCH = 500;

/**
 * What every payment since `facts.since` would have earned champion and friend under other rules: the functions that grant rewards, over what
 * really happened, in the order in which it was heard. Who brought whom, what trust refused, what people refused and what
 * was taken back stay as they were. Pure; nothing is estimated. Stops at every stretch, so that others can go on meanwhile.
 * @param rulesOf the rules a payment is looked at with
 */
export function* replayRewards(facts: ReplayFacts, rulesOf: (payment: ReplayPayment) => Rules): Generator<void, ReplayedReward[]> {
  const state = new ReplayState(facts);
  const rewards: ReplayedReward[] = [];
  let count = 0;
  for (const { at, payment, takenBackMinor } of facts.moments) {
    if (++count % STRETCH === 0) yield;
    if (takenBackMinor !== null) {
      state.takeBack(payment, takenBackMinor);
      continue;
    }
    const reward = payment.paidAt < facts.since ? asItWas(payment) : earnedBy(payment, rulesOf(payment), state, at);
    if (!reward) continue;
    const granted = { ...reward, at, payment, dueMinor: reward.grantedMinor };
    state.grant(granted);
    if (payment.paidAt >= facts.since) rewards.push(granted);
  }
  return rewards;
}

type Earned = Pick<ReplayedReward, "ruleKey" | "grantedMinor" | "cutMinor" | "reason">;

function earnedBy(payment: ReplayPayment, rules: Rules, state: ReplayState, at: number): Earned | null {
  const match = matchRule(rulesFor(rules.rewards, payment.side), {
    at: payment.paidAt,
    firstAt: state.firstAt(payment),
    renews: payment.renews,
    friendNumber: state.friendNumber(payment),
    baseMinor: payment.baseMinor,
    groups: payment.groups,
  });
  return match && worthOf(payment, match, rules, state, at);
}

function worthOf(payment: ReplayPayment, { rule, baseMinor }: RuleMatch, rules: Rules, state: ReplayState, at: number): Earned {
  const nothing = (reason: string | null) => ({ ruleKey: rule.key, grantedMinor: 0n, cutMinor: 0n, reason });
  if (payment.real?.refused === "trust") return nothing(payment.real.reason);
  if (payment.currency !== rules.currency) return nothing("currency_unavailable");
  const worth = rewardFor(limitsFor(rules, payment.side), rule, { baseMinor, orderMinor: payment.baseMinor }, state.grantedBefore(payment, at));
  return { ruleKey: rule.key, grantedMinor: worth.amountMinor, cutMinor: worth.cutMinor, reason: worth.reason };
}

function asItWas({ real }: ReplayPayment): Earned | null {
  return real && { ruleKey: real.ruleKey, grantedMinor: real.grantedMinor, cutMinor: 0n, reason: real.reason };
}
