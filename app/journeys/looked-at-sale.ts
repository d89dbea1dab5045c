import type { ReferralRow } from "~/attribution/read-friend.server";
import type { LookedAtSale } from "~/trust/read-trust-signs.server";
import type { LookedAtMoment } from "./look-before-grant.server";
import type { FriendStory } from "./read-friend-story.server";

/** One sale or sign-up as the trust rules look at it: by ids and hashes, under all the names of its buyer. */
export function lookedAt(moment: LookedAtMoment, referral: ReferralRow, { friend, champions, records }: FriendStory): LookedAtSale {
  const { programId, championId } = referral;
  const touch = records.touches.find(({ id }) => id === referral.touchId);
  return {
    programId, championId, referralId: referral.id, paidAt: moment.occurredAt,
    personId: champions.get(championId)?.personId ?? "",
    friendPersonIds: friend.customers.flatMap(({ personId }) => personId ?? []),
    friendPurchaseIds: friend.purchases.map(({ id }) => id),
    fingerprintHash: moment.fingerprintHash,
    mailHost: friend.customers.findLast(({ emailDomain }) => emailDomain !== null)?.emailDomain ?? null,
    subscriptionId: moment.subscriptionId,
    click: touch && touch.kind !== "code" ? { id: touch.source, at: touch.touchedAt } : null,
  };
}
