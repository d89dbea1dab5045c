import type { Tx } from "~/platform/db.server";
import { newId } from "~/platform/ids";
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

/**
 * Keeps what was presented for a friend (A5), each thing once. The friend is locked by the caller.
 * @param known the touches of the friend so far @returns them with those that are new
 */
export async function recordTouches(
  tx: Tx,
  known: FriendRecords["touches"],
  presented: readonly NewTouch[],
  now: Date,
): Promise<FriendRecords["touches"]> {
  const all = new Map(known.map((touch) => [keyOf(touch), touch]));
  const added = presented.flatMap((touch) => {
    if (all.has(keyOf(touch))) return [];
    const row = { id: newId("tch"), ...touch };
    all.set(keyOf(touch), row);
    return [row];
  });
  await insertTouches(tx, added, now);
  return [...all.values()];
}

function keyOf({ subjectId, kind, source }: Pick<NewTouch, "subjectId" | "kind" | "source">): string {
  return `${subjectId} ${kind} ${source}`;
}

/** What attribution holds about somebody who was not there before. */
export const NO_RECORDS: FriendRecords = { touches: [], leads: [], referrals: [], conversions: [], byHand: [] };

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
