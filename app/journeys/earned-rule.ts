import type { ReferralRow } from "~/attribution/read-friend.server";
import type { Friend } from "~/commerce/lock-friend.server";
import { ruleFor, type RewardRule } from "~/programs/reward-rule";
import type { FriendStory } from "./read-friend-story.server";
import type { SettledPayment } from "./settled-payment";

/**
 * The rule by which a payment earns, among those frozen at the bind (W2, W5); null when it earns nothing, or when
 * somebody decided about it already (A6).
 * @param firstAt when the friend paid first, if this is a later payment
 */
export function earnedRule(
  { purchase, decision, decided }: SettledPayment,
  referral: ReferralRow,
  firstAt: Date | null,
  friend: Friend,
  story: FriendStory,
): RewardRule | null {
  if (decision.bind === null || decided) return null;
  const { id, subscriptionId, occurredAt: at } = purchase;
  const renews = friend.purchases.some(
    (other) => other.id !== id && subscriptionId !== null && other.subscriptionId === subscriptionId && other.occurredAt < at,
  );
  return ruleFor(frozenVersion(referral, story).rules.rewards, { at, firstAt, renews });
}

/** The version a friend was bound under. @throws RangeError when it is not among the facts */
export function frozenVersion({ id, programVersionId }: ReferralRow, { versions }: FriendStory) {
  const version = versions.get(programVersionId);
  if (!version) throw new RangeError(`the version of referral ${id} is not among the facts`);
  return version;
}

/**
 * When the payment was made that a decided reward thanked for as the friend's first. It was the first, also when an
 * earlier one is heard of later (A6).
 */
export function decidedFirst(settled: readonly SettledPayment[], { versions }: FriendStory): Date | null {
  const first = settled.find(({ decided }) => {
    const rules = versions.get(decided?.programVersionId ?? "")?.rules.rewards;
    return rules?.find(({ key }) => key === decided?.ruleKey)?.trigger === "first_purchase";
  });
  return first?.purchase.occurredAt ?? null;
}
