import { worthOf } from "./benefit";
import type { RewardRule } from "./reward-rule";
import type { Side } from "./reward-side";

/** Between which amounts rewards are given; null is no limit. */
export interface RewardLimits {
  minimumPurchaseMinor: bigint;
  /** W7: per champion; null is no cap. */
  capPer30DaysMinor: bigint | null;
  /** W7: for one friend, however often they buy, and to them as much; null is no cap. */
  capPerFriendMinor: bigint | null;
  /** W7: for all champions together in 30 days; null is no limit. */
  budgetPer30DaysMinor: bigint | null;
}

export interface RewardWorth {
  amountMinor: bigint;
  /** Why it is less than the rule's full worth, in the reason codes of rewards. */
  reason: "below_minimum_purchase" | "plan_not_eligible" | "cap_limited" | "spend_limit_reached" | null;
  /** The part a cap cut off. */
  cutMinor: bigint;
}

/** What a reward is counted on, in minor units. */
export interface RewardBasis {
  /** Paid without tax and shipping, of the rule's product group where it has one (W4). */
  baseMinor: bigint;
  /** The same of the whole order. */
  orderMinor: bigint;
}

/** What was granted before, as far as caps look at it (W7); minor units of the program's currency. */
export interface GrantedBefore {
  /** To this champion, in the 30 days before. */
  championMinor: bigint;
  /** To this side for this friend. */
  friendMinor: bigint;
  /** To all champions of the program, in the 30 days before. */
  programMinor: bigint;
}

const NOTHING_GRANTED: GrantedBefore = { championMinor: 0n, friendMinor: 0n, programMinor: 0n };

/** W7: the limits of one side. A champion's month is no limit to a friend, who has one of their own. */
export function limitsFor<Limits extends RewardLimits>(limits: Limits, side: Side): Limits {
  return side === "friend" ? { ...limits, capPer30DaysMinor: null } : limits;
}

/**
 * What a purchase earns by a rule: the one computation behind the grant and every example on screen.
 * @param basis null for what is given beside any order, such as a milestone: then the amount stands as it is
 */
export function rewardFor(
  limits: RewardLimits,
  rule: Pick<RewardRule, "worth" | "leastMinor">,
  basis: RewardBasis | null,
  granted: GrantedBefore = NOTHING_GRANTED,
): RewardWorth {
  if (basis) {
    const { baseMinor, orderMinor } = basis;
    if (orderMinor <= 0n || orderMinor < limits.minimumPurchaseMinor) return nothingFor("below_minimum_purchase");
    if (baseMinor <= 0n) return nothingFor("plan_not_eligible");
    if (baseMinor < rule.leastMinor) return nothingFor("below_minimum_purchase");
  }
  const full = worthOf(rule.worth, basis?.baseMinor ?? 0n);
  const capped = least(
    least(full, leftOf(limits.capPer30DaysMinor, granted.championMinor)),
    leftOf(limits.capPerFriendMinor, granted.friendMinor),
  );
  const amountMinor = least(capped, leftOf(limits.budgetPer30DaysMinor, granted.programMinor));
  const reason = amountMinor < capped ? "spend_limit_reached" : amountMinor < full ? "cap_limited" : null;
  return { amountMinor, reason, cutMinor: full - amountMinor };
}

/** Why a payment was no qualifying one, so that a later one may be the friend's first (W5). */
export const LEAVES_ROOM: readonly string[] = ["below_minimum_purchase", "plan_not_eligible", "currency_unavailable"];

/** Whether a payment that earned with this reason was the friend's first (W5). */
export const countsAsFirst = (reason: string | null): boolean => reason === null || !LEAVES_ROOM.includes(reason);

/** What a limit leaves; null where there is none. */
function leftOf(limitMinor: bigint | null, grantedMinor: bigint): bigint | null {
  if (limitMinor === null) return null;
  return grantedMinor < limitMinor ? limitMinor - grantedMinor : 0n;
}

const least = (amount: bigint, left: bigint | null): bigint => (left !== null && left < amount ? left : amount);

const nothingFor = (reason: RewardWorth["reason"]): RewardWorth => ({ amountMinor: 0n, reason, cutMinor: 0n });
