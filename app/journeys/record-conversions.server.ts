import type { AttributionResult } from "~/attribution/decision";
import type { ReferralRow } from "~/attribution/read-friend.server";
import { recordConversion } from "~/attribution/record-decision.server";
import type { Friend } from "~/commerce/lock-friend.server";
import type { Tx } from "~/platform/db.server";
import type { FriendStory } from "./read-friend-story.server";
import type { SettledPayment, SettledSignUp } from "./settled-payment";

/** Writes what was decided about each payment of a friend; one whose reward was decided about keeps its decision (A6). */
export async function recordConversions(
  tx: Tx,
  friend: Friend,
  story: FriendStory,
  { decisions }: AttributionResult,
  referral: ReferralRow | null,
  now: Date,
): Promise<SettledPayment[]> {
  const settled: SettledPayment[] = [];
  for (const decision of decisions) {
    const purchase = friend.purchases.find(({ id }) => decision.kind === "payment" && id === decision.momentId);
    if (!purchase) continue;
    const known = story.records.conversions.find(({ purchaseId }) => purchaseId === purchase.id) ?? null;
    const decided = known ? story.decided.filter(({ conversionId }) => conversionId === known.id) : [];
    if (known && decided.length > 0) {
      settled.push({ purchase, decision, conversionId: known.id, isNew: false, changed: false, decided });
      continue;
    }
    const about = { purchaseId: purchase.id, leadId: null };
    const { conversionId, changed } = await recordConversion(tx, { about, occurredAt: purchase.occurredAt, decision, referral, known }, now);
    settled.push({ purchase, decision, conversionId, isNew: known === null, changed, decided });
  }
  return settled;
}

/** Writes what was decided about each sign-up of a friend (S4); one whose bind can no longer change keeps its decision (A6). */
export async function recordSignUps(
  tx: Tx,
  { records, frozen }: FriendStory,
  { decisions }: AttributionResult,
  referral: ReferralRow | null,
  now: Date,
): Promise<SettledSignUp[]> {
  const settled: SettledSignUp[] = [];
  for (const decision of decisions) {
    const lead = records.leads.find(({ id }) => decision.kind === "lead" && id === decision.momentId);
    const known = records.conversions.find(({ leadId }) => leadId !== null && leadId === lead?.id) ?? null;
    if (!lead) continue;
    const stands = frozen !== null && known?.referralId === frozen.id;
    const about = { purchaseId: null, leadId: lead.id };
    const { conversionId } = stands
      ? { conversionId: known.id }
      : await recordConversion(tx, { about, occurredAt: lead.at, decision, referral, known }, now);
    settled.push({ at: lead.at, decision, conversionId, isNew: known === null });
  }
  return settled;
}
