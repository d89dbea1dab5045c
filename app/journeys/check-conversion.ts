import type { Decision } from "~/attribution/decision";
import { versionAt } from "~/attribution/friend-history";
import type { PurchaseRow } from "~/commerce/lock-friend.server";
import { checkTrust, type RewardAtStake, type TrustCheck } from "~/trust/trust-rules";
import type { FriendStory } from "./read-friend-story.server";

const DAY_MS = 86_400_000;

/**
 * What the trust rules say about a payment: about the touch that won, or about the one that came nearest when nobody
 * did. Nothing was presented: nothing to check.
 * @param reward what it would earn; null asks only whether it is genuine (R1, R3, R4)
 */
export function checksOf(purchase: PurchaseRow, decision: Decision, { facts }: FriendStory, reward: RewardAtStake | null): TrustCheck[] {
  const nearest = decision.touches.find((touch) => touch.reason === decision.reason);
  const touchId = decision.bind?.touchId ?? nearest?.touchId;
  if (!touchId) return [];
  const touch = facts.touches.find(({ id }) => id === touchId);
  const program = touch && facts.programs.get(touch.programId);
  const boundAt = decision.bind?.boundAt ?? purchase.occurredAt;
  const earlier = facts.payments.filter(({ at }) => at < boundAt).map(({ at }) => at);
  if (facts.paidSince && facts.paidSince < boundAt) earlier.push(facts.paidSince);
  return checkTrust({
    paidAt: purchase.occurredAt,
    sameAsFriend: touch && facts.champions.get(touch.championId)?.sameAsFriend,
    paidBefore: earlier.length === 0 ? null : new Date(Math.min(...earlier.map(Number))),
    touchedAt: touch?.touchedAt,
    touchValidUntil: touch && program && new Date(+touch.touchedAt + versionAt(program, boundAt).clickMemoryDays * DAY_MS),
    boundAt,
    reward,
  });
}
