import { lockFriendOfPurchase } from "~/commerce/lock-friend.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { settleFriend, type SettledFriend } from "./settle-friend.server";

/**
 * Decides a payment: touches, winner, conversion with its reasons, trust checks, reward, mail, refunds that came first;
 * all in one transaction under the lock of the buyer's rows. Run again on later facts it computes the same anew, unless
 * somebody decided already (A6).
 */
export async function settlePurchase(
  { purchaseId }: { purchaseId: string },
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<SettledFriend> {
  return await db.transaction("settle-purchase", async (tx) =>
    settleFriend(tx, await lockFriendOfPurchase(tx, purchaseId), clock),
  );
}
