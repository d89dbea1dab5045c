import type { Friend } from "~/commerce/lock-friend.server";
import { takeCarriedClaims } from "~/identity/carried-claims.server";
import type { Tx } from "~/platform/db.server";
import type { Handover } from "./read-presented.server";

/**
 * What a friend had claimed when they signed in with one of their mailboxes: presented at that moment, for the customer
 * that became known since (A14). It goes over into touches in this transaction, or stays where it is (A15).
 */
export async function takeCarried(tx: Tx, friend: Friend): Promise<Handover[]> {
  const carried = await takeCarriedClaims(tx, friend.emailHashes);
  return carried.map(({ tokens, presentedAt }) => ({ subjectId: friend.subjectId, at: presentedAt, clickTokens: tokens, codes: [] }));
}
