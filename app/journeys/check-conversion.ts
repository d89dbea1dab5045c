import type { Decision } from "~/attribution/decision";
import { versionAt, type Bind } from "~/attribution/friend-history";
import type { PurchaseRow } from "~/commerce/lock-friend.server";
import type { TrustCheck } from "~/trust/outcome";
import type { RewardAtStake, TrustSigns } from "~/trust/trust-facts";
import type { TrustPolicy } from "~/trust/trust-policy";
import { checkTrust } from "~/trust/trust-rules";
import type { FriendStory } from "./read-friend-story.server";

const DAY_MS = 86_400_000;

export interface CheckedMoment {
  /** A payment, or a sign-up. */
  moment: Pick<PurchaseRow, "occurredAt">;
  decision: Decision;
  /** The friend's bind, which may be older than this payment and stand although the payment counts for nobody. */
  bind: Bind | null;
  /** What it would earn and what stands around it; null asks only whether it is genuine at all (R1, R3, R4). */
  stake: { reward: RewardAtStake; signs: TrustSigns; policy: TrustPolicy } | null;
}

/**
 * What the trust rules say about a payment or a sign-up: about the touch that bound the friend, or about the one that came nearest
 * when none did. Nothing was presented: nothing to check.
 */
export function checksOf({ moment, decision, bind, stake }: CheckedMoment, { facts }: FriendStory): TrustCheck[] {
  const standing = bind && moment.occurredAt >= bind.boundAt ? bind : null;
  const nearest = decision.touches.find((touch) => touch.reason === decision.reason);
  const touchId = standing ? standing.touchId : nearest?.touchId;
  if (!touchId && !standing) return [];
  const touch = facts.touches.find(({ id }) => id === touchId);
  const program = touch && facts.programs.get(touch.programId);
  const boundAt = standing?.boundAt ?? moment.occurredAt;
  const earlier = facts.payments.filter(({ at }) => at < boundAt).map(({ at }) => at);
  if (facts.paidSince && facts.paidSince < boundAt) earlier.push(facts.paidSince);
  return checkTrust({
    paidAt: moment.occurredAt,
    sameAsFriend: facts.champions.get(standing?.championId ?? touch?.championId ?? "")?.sameAsFriend,
    paidBefore: earlier.length === 0 ? null : new Date(Math.min(...earlier.map(Number))),
    touchedAt: touch?.touchedAt,
    touchValidUntil: touch && program && new Date(+touch.touchedAt + versionAt(program, boundAt).clickMemoryDays * DAY_MS),
    boundAt,
    byHand: standing?.handId != null,
    reward: stake?.reward ?? null,
    signs: stake?.signs ?? null,
  }, stake?.policy);
}
