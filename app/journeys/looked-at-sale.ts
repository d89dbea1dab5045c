import type { ReferralRow } from "~/attribution/read-friend.server";
import type { LookedAtSale } from "~/trust/read-trust-signs.server";
import type { LookedAtMoment } from "./look-before-grant.server";
import type { FriendStory } from "./read-friend-story.server";

interface AtStake {
  moment: LookedAtMoment;
  referral: ReferralRow;
  amountMinor: bigint;
}

/** One sale or sign-up as the trust rules look at it: by ids and hashes, under all the names of its buyer. */
export function lookedAt({ moment, referral, amountMinor }: AtStake, { friend, champions, records }: FriendStory): LookedAtSale {
  const { programId, championId } = referral;
  const { payment } = moment;
  const touch = records.touches.find(({ id }) => id === referral.touchId);
  return {
    programId, championId, referralId: referral.id, paidAt: moment.occurredAt, payment, rewardMinor: amountMinor,
    personId: champions.get(championId)?.personId ?? "",
    friendPersonIds: friend.customers.flatMap(({ personId }) => personId ?? []),
    friendPurchaseIds: friend.purchases.map(({ id }) => id),
    fingerprintHash: payment?.fingerprintHash ?? null,
    paymentKeys: [payment?.key, payment?.paymentIntentId].flatMap((key) => key ?? []),
    mailHost: friend.customers.findLast(({ emailDomain }) => emailDomain !== null)?.emailDomain ?? null,
    subscriptionId: payment?.subscriptionId ?? null,
    click: touch && touch.kind !== "code" ? { id: touch.source, at: touch.touchedAt } : null,
  };
}
