import { createHash } from "node:crypto";
import type { Tx } from "~/platform/db.server";
import { saveConversion, type ConversionRow } from "./conversion-store.server";
import type { Decision } from "./decision";
import type { Bind } from "./friend-history";
import { saveReferral, voidReferrals, type ReferralRow } from "./referral-store.server";

/** The friend of a bind, as the referral names them. */
export interface FriendOfBind {
  /** Customer id, or purchase id when no customer is known. */
  subjectId: string;
  organisationId: string | null;
  /** One letter, only when the friend agreed to that at the claim (S5). */
  initial: string | null;
}

/** Why the other binds of a friend ended: another champion has them, a person decided so, or they were no new friend. */
export type VoidReason = "other_champion" | "manual_decision" | "friend_not_new";

/**
 * Writes the friend's bind with program version, rate, hold and model frozen (W2), and ends any other bind of theirs.
 * @param known every referral of this friend so far
 * @param ends why a bind that no longer stands ended
 * @returns the standing referral, or null when nobody brought this friend
 */
export async function bindReferral(
  tx: Tx,
  bind: Bind | null,
  friend: FriendOfBind,
  known: readonly ReferralRow[],
  ends: VoidReason,
): Promise<ReferralRow | null> {
  const referral = bind && (await saveReferral(tx, known, {
    programId: bind.programId,
    programVersionId: bind.versionId,
    championId: bind.championId,
    linkId: bind.linkId,
    touchId: bind.touchId,
    handAttributionId: bind.handId,
    subjectId: friend.subjectId,
    organisationId: friend.organisationId,
    boundAt: bind.boundAt,
    qualifyUntil: bind.qualifyUntil,
    friendInitial: friend.initial,
  }));
  const ended = known.filter(({ id, voidReason }) => id !== referral?.id && voidReason === null).map(({ id }) => id);
  if (ended.length > 0) await voidReferrals(tx, ended, ends);
  return referral;
}

/** What a decision is about: a purchase or a sign-up. */
export type DecidedMoment = Pick<ConversionRow, "purchaseId" | "leadId">;

export interface ConversionInput {
  about: DecidedMoment;
  occurredAt: Date;
  decision: Decision;
  referral: ReferralRow | null;
  /** What was decided about it before. */
  known: ConversionRow | null;
}

/**
 * Writes the decision about a payment or sign-up with its reasons (I22), unless it says what was decided before.
 * @returns the conversion's id, and whether anything about it is new
 */
export async function recordConversion(tx: Tx, input: ConversionInput, now: Date): Promise<{ conversionId: string; changed: boolean }> {
  const { decision, about, occurredAt, known } = input;
  const { bind, reason, touches, trace } = decision;
  const referral = bind && input.referral;
  const factsHash = createHash("sha256")
    .update(JSON.stringify([bind, reason, touches, trace, referral?.id ?? null, occurredAt]))
    .digest("base64url");
  if (known?.factsHash === factsHash) return { conversionId: known.id, changed: false };
  const conversionId = await saveConversion(
    tx,
    known,
    {
      ...about,
      outcome: bind ? "attributed" : "unattributed",
      reason,
      referralId: referral?.id ?? null,
      programId: bind?.programId ?? null,
      championId: bind?.championId ?? null,
      linkId: bind?.linkId ?? null,
      trace,
      factsHash,
      occurredAt,
      decidedAt: now,
    },
    touches,
  );
  return { conversionId, changed: true };
}
