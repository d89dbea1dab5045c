import { getDecidedMoment } from "~/attribution/get-decided-moment.server";
import { lockFriendOfCustomer, lockFriendOfPurchase, type Friend } from "~/commerce/lock-friend.server";
import type { Tx } from "~/platform/db.server";

/** Everything known about the friend of a sale or sign-up, locked. @throws NotFoundError */
export async function lockFriendOfConversion(tx: Tx, conversionId: string): Promise<Friend> {
  const about = await getDecidedMoment(tx, conversionId);
  return "purchaseId" in about ? lockFriendOfPurchase(tx, about.purchaseId) : lockFriendOfCustomer(tx, about.customerId);
}
