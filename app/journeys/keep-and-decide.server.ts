import { lockFriendOfPurchase } from "~/commerce/lock-friend.server";
import { markProcessed } from "~/commerce/open-inbox-event.server";
import { recordStripeFacts } from "~/commerce/record-stripe-facts.server";
import type { StripeFacts } from "~/commerce/stripe-facts";
import { noteOwnCodeUsed } from "~/fulfilment/note-own-code-used.server";
import type { Clock } from "~/platform/clock.server";
import { within, type Tx } from "~/platform/db.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { lockRewardsOfPurchase } from "~/rewards/lock-rewards-of-purchase.server";
import { linkToPerson } from "./link-to-person.server";
import { openTokenLists } from "./open-token-lists.server";
import { settleFriend } from "./settle-friend.server";
import { settleRefund } from "./settle-refund.server";
import { stopForFinding } from "./stop-for-finding.server";
import { thankedPaymentFirst } from "./thanked-payment-first.server";

/**
 * Keeps what an event taught, decides about the payment it tells of, and marks the event, all in one transaction (N1).
 * Of an event that was taken in before nothing is kept.
 */
export async function keepAndDecide(
  { inboxEventId, facts }: { inboxEventId: string; facts: StripeFacts },
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<void> {
  await db.transaction("take-in-stripe-event", async (tx) => {
    tx.sql.keepPlans();
    const joined = { db: within(tx), clock };
    if (!(await markProcessed(tx, inboxEventId, clock.now()))) return;
    const told = await recordStripeFacts(await openTokenLists(tx, facts), thankedPaymentFirst, joined);
    const { purchase, madeCustomer, adjustedPurchaseIds } = told;
    await linkToPerson(tx, told.emailHash);
    if (purchase) await settleFriend(tx, await lockFriendOfPurchase(tx, purchase, madeCustomer), clock);
    await noteOwnCodeUsed(tx, { purchase, codesOfFreeOrder: facts.codesOfFreeOrder, now: clock.now() });
    for (const adjusted of adjustedPurchaseIds) await settleRefund({ purchaseId: adjusted }, joined);
    if (told.warned) await stopWarned(tx, told.warned, clock);
  });
}

/** The provider warns of fraud after the grant (R12); before it the rules find the warning themselves. */
async function stopWarned(tx: Tx, { purchaseId, factKey }: { purchaseId: string; factKey: string }, clock: Clock): Promise<void> {
  const rewards = await lockRewardsOfPurchase(tx, purchaseId);
  const check = { rule: "R12", version: 1, outcome: "hold", compared: { warning: "early_fraud_warning" } } as const;
  await stopForFinding(tx, { rewards, check, factKey }, clock);
}
