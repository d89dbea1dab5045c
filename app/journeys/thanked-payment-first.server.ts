import { readFriendRecords } from "~/attribution/read-friend.server";
import type { PurchaseRow } from "~/commerce/lock-friend.server";
import type { Tx } from "~/platform/db.server";
import { isDecided, listRewardsOfConversions } from "~/rewards/rewards-of-friend.server";

/**
 * Of purchases that turn out to be one payment, the one that stays first (M10): about whose thanks somebody decided (a refusal too), else
 * the one that is thanked for, else the one heard of first. So what a champion was promised stands where it can (A6).
 */
export async function thankedPaymentFirst(tx: Tx, purchases: readonly PurchaseRow[]): Promise<readonly PurchaseRow[]> {
  const purchaseIds = purchases.map(({ id }) => id);
  const { conversions } = await readFriendRecords(tx, { customerIds: [], purchaseIds, organisationIds: [] });
  const rewards = await listRewardsOfConversions(tx, conversions.map(({ id }) => id));
  const standing = ({ id }: PurchaseRow) => {
    const conversion = conversions.find(({ purchaseId }) => purchaseId === id);
    const earned = rewards.filter(({ conversionId }) => conversionId === conversion?.id);
    return earned.some(isDecided) ? 0 : earned.some(({ dueMinor }) => dueMinor > 0n) ? 1 : 2;
  };
  return [...purchases].sort((a, b) => standing(a) - standing(b) || +a.recordedAt - +b.recordedAt || (a.id < b.id ? -1 : 1));
}
