import type { Tx } from "~/platform/db.server";
import { listConversionsOf, type ConversionRow } from "./conversion-store.server";
import type { BrokenToken, TouchFact } from "./friend-history";
import { listHandAttributions, type HandAttributionRow } from "./hand-attribution-store.server";
import { listLeads } from "./lead-store.server";
import { listReferrals, type ReferralRow } from "./referral-store.server";
import { insertTouches, listTouches, type NewTouch } from "./touch-store.server";

export type { BrokenToken, ConversionRow, NewTouch, ReferralRow };

/** By which ids attribution knows a friend: customers, and purchases that have none. */
export interface FriendIds {
  customerIds: string[];
  purchaseIds: string[];
  organisationIds: string[];
}

export interface FriendRecords {
  touches: (TouchFact & { subjectId: string })[];
  leads: { id: string; customerId: string; at: Date }[];
  referrals: ReferralRow[];
  conversions: ConversionRow[];
  /** The latest last. */
  byHand: HandAttributionRow[];
}

/** Keeps what was presented for a friend (A5), each thing once. */
export async function recordTouches(tx: Tx, touches: readonly NewTouch[], now: Date): Promise<void> {
  if (touches.length > 0) await insertTouches(tx, touches, now);
}

/** Everything attribution holds about a friend. */
export async function readFriendRecords(tx: Tx, { customerIds, purchaseIds, organisationIds }: FriendIds): Promise<FriendRecords> {
  const subjectIds = [...customerIds, ...purchaseIds];
  const [touches, leads, referrals, conversions, byHand] = await Promise.all([
    listTouches(tx, subjectIds),
    listLeads(tx, customerIds),
    listReferrals(tx, subjectIds, organisationIds),
    listConversionsOf(tx, { purchaseIds, customerIds }),
    listHandAttributions(tx, { purchaseIds, customerIds }),
  ]);
  return { touches, leads, referrals, conversions, byHand };
}
