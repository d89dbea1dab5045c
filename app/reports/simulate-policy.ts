import { endOfBusinessDay, type BusinessCalendar } from "~/programs/business-calendar";
import { approvalOf } from "~/programs/rule-approval";
import { standingAtGrant } from "~/rewards/reward-standing";
import { targetAmount } from "~/rewards/reward-target";
import { factsFromChecks } from "~/trust/facts-from-checks";
import { isAtLeast, strictest } from "~/trust/outcome";
import { checkTrust } from "~/trust/trust-rules";
import type { Course, PastReward, Policy } from "./policy";
import { RollingSum } from "./rolling-sum";

const DAY_MS = 86_400_000;
const LIMIT_WINDOW_MS = 30 * DAY_MS;
/** How many rewards are gone through at a stretch. */
const STRETCH = 200;

/** A reward as it begins under a policy. */
interface Begun {
  reward: PastReward;
  /** When its hold is over (W9). */
  freeAt: number;
  needsPerson: boolean;
  eligible: boolean;
}

/**
 * What would have become of past rewards under a policy: the functions that check, grant and take back, over what was compared
 * and what happened. Where a person has to look, they answer by the hour that is promised (W21), and as they really did; who
 * was never asked says yes. Pure; stops at every stretch, so that others can go on meanwhile.
 * @returns the course of each reward, in the order given
 */
export function* simulatePolicy(
  rewards: readonly PastReward[],
  policy: Policy,
  calendar: BusinessCalendar,
): Generator<void, Course[]> {
  const courses = new Map<string, Course>();
  const begun: Begun[] = [];
  for (const [i, reward] of rewards.entries()) {
    if (i % STRETCH === 0) yield;
    begun.push(beginOf(reward, policy));
  }
  const approved = new Map<string, RollingSum>();
  // The machine's limits are sums over what it approved before (W12).
  for (const [i, one] of begun.sort((a, b) => a.freeAt - b.freeAt).entries()) {
    if (i % STRETCH === 0) yield;
    const { championId, rewardId } = one.reward;
    const sum = approved.get(championId) ?? new RollingSum(LIMIT_WINDOW_MS);
    approved.set(championId, sum);
    courses.set(rewardId, courseOf(one, policy, sum, calendar));
  }
  return rewards.flatMap(({ rewardId }) => courses.get(rewardId) ?? []);
}

function beginOf(reward: PastReward, { rules, trust }: Policy): Begun {
  const { checks, paidAt, grantedAt, settlesAt, grantedMinor } = reward;
  const limits = {
    eachMinor: rules.autoApproveEachMinor,
    per30DaysMinor: rules.autoApprove30DaysMinor,
    twoAdminsAboveMinor: rules.twoAdminsAboveMinor,
  };
  const outcome = strictest(checkTrust(factsFromChecks(checks, paidAt, limits), trust));
  const worth = { amountMinor: grantedMinor, reason: null, cutMinor: 0n };
  const { approval, holdDays } = approvalOf(rules, reward);
  const { needsPerson } = standingAtGrant({ worth, rules: { ...rules, approval }, trust: { outcome, reason: null } });
  const freeAt = Math.max(+paidAt + holdDays * DAY_MS, +(settlesAt ?? 0), +grantedAt);
  return { reward, freeAt, needsPerson, eligible: !isAtLeast(outcome, "not_eligible") };
}

function courseOf({ reward, freeAt, needsPerson, eligible }: Begun, { rules }: Policy, approved: RollingSum, calendar: BusinessCalendar): Course {
  const nothing = { leavesAt: null, leavesMinor: 0n, lostMinor: 0n };
  if (!eligible) return { by: "nobody", ...nothing };
  const dueMinor = dueAt(reward, freeAt);
  const within = dueMinor <= rules.autoApproveEachMinor && approved.at(freeAt) + dueMinor <= rules.autoApprove30DaysMinor;
  if (!needsPerson && within) {
    if (dueMinor > 0n) approved.add({ at: freeAt, dueMinor });
    return { by: "clock", ...leaving(reward, freeAt) };
  }
  const by = reward.grantedMinor > rules.twoAdminsAboveMinor ? "two" : "person";
  return { by, ...(reward.refused ? nothing : leaving(reward, +endOfBusinessDay(calendar, new Date(freeAt)))) };
}

function leaving(reward: PastReward, at: number): Omit<Course, "by"> {
  const leavesMinor = dueAt(reward, at);
  const lostMinor = leavesMinor - dueAt(reward, Infinity);
  return { leavesAt: leavesMinor === 0n ? null : new Date(at), leavesMinor, lostMinor: lostMinor > 0n ? lostMinor : 0n };
}

/** What is due at a moment, after what was taken back by then (M4). */
function dueAt({ grantedMinor, paidMinor, takenBack }: PastReward, at: number): bigint {
  const takenBackMinor = takenBack.findLast((step) => +step.at <= at)?.takenBackMinor ?? 0n;
  return targetAmount({ grantedMinor, paidMinor, takenBackMinor });
}
