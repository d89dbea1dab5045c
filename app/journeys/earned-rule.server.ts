import type { ReferralRow } from "~/attribution/read-friend.server";
import type { Friend } from "~/commerce/lock-friend.server";
import { paidByGroup } from "~/commerce/paid-by-group.server";
import { rewardBase } from "~/commerce/purchase";
import type { Tx } from "~/platform/db.server";
import { groupKey, matchRule, questionsOf, type RuleMatch } from "~/programs/reward-rule";
import { rulesFor, type Side } from "~/programs/reward-side";
import { friendNumber } from "~/rewards/friend-number.server";
import type { FriendStory } from "./read-friend-story.server";
import type { SettledPayment } from "./settled-payment";

/**
 * The rule by which a payment earns one side, among those frozen at the bind (W2, W5, W6); null when it earns them nothing.
 * Asks the database only what one of the rules asks.
 * @param firstAt when the friend paid first, if this is a later payment
 */
export async function earnedRule(
  tx: Tx,
  { purchase, decision, conversionId }: SettledPayment,
  referral: ReferralRow,
  { side, firstAt }: { side: Side; firstAt: Date | null },
  story: FriendStory,
): Promise<RuleMatch | null> {
  if (decision.bind === null) return null;
  const rules = rulesFor(frozenVersion(referral, story).rules.rewards, side);
  const asked = questionsOf(rules);
  const { championId } = referral;
  // Which friend it is was settled when this payment was first thanked for.
  const known = story.rewards.find((reward) => reward.side === side && reward.conversionId === conversionId && reward.championId === championId);
  const settled = rules.find(({ key }) => key === known?.ruleKey)?.fromFriend;
  return matchRule(rules, {
    at: purchase.occurredAt,
    firstAt,
    renews: isRenewal(purchase, story.friend),
    friendNumber: settled ?? (asked.friendNumber ? await friendNumber(tx, { championId, referralId: referral.id }) : 1),
    baseMinor: rewardBase(purchase),
    groups: asked.groups ? await paidByGroup(tx, purchase.id, groupKey) : new Map(),
  });
}

/** Goes on with a subscription that the same friend paid before. */
function isRenewal({ id, subscriptionId, occurredAt }: SettledPayment["purchase"], { purchases }: Friend): boolean {
  if (subscriptionId === null) return false;
  return purchases.some((one) => one.id !== id && one.subscriptionId === subscriptionId && one.occurredAt < occurredAt);
}

/** The version a friend was bound under. @throws RangeError when it is not among the facts */
export function frozenVersion({ id, programVersionId }: ReferralRow, { versions }: FriendStory) {
  const version = versions.get(programVersionId);
  if (!version) throw new RangeError(`the version of referral ${id} is not among the facts`);
  return version;
}

/**
 * When the payment was made that a decided reward of a side thanked for as the friend's first. It was the first, also when an
 * earlier one is heard of later (A6).
 */
export function decidedFirst(settled: readonly SettledPayment[], { versions }: FriendStory, side: Side): Date | null {
  const first = settled.find(({ decided }) => {
    const theirs = decided.find((reward) => reward.side === side);
    const rules = versions.get(theirs?.programVersionId ?? "")?.rules.rewards;
    return rules?.find(({ key }) => key === theirs?.ruleKey)?.trigger === "first_purchase";
  });
  return first?.purchase.occurredAt ?? null;
}
