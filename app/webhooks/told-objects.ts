import type { ReferralSnapshot, RewardSnapshot } from "./snapshots";

/** A reward as the API answers it: ids, amounts in minor units, no word of a person and nothing about the friend. */
export function rewardObject(row: RewardSnapshot) {
  return {
    id: row.id,
    version: row.version,
    status: row.status,
    reasons: row.reason === null ? [] : [row.reason],
    side: row.side,
    programId: row.program_id,
    championId: row.champion_id,
    referralId: row.referral_id,
    conversionId: row.conversion_id,
    currency: row.currency.toLowerCase(),
    amount: row.due_minor,
    amountGranted: row.granted_minor,
    holdEndsAt: row.hold_ends_at,
    decideBy: row.decide_by,
    needsPerson: row.needs_person,
    decidedAt: row.decided_at,
    paidAt: row.paid_at,
    createdAt: row.created_at,
  };
}

/** A reward of a referral, as far as it says how the referral stands. */
export type RewardOfReferral = Pick<RewardSnapshot, "version" | "status" | "reason">;

/**
 * A referral as a host reads it. It stands as its rewards say, so its version rises with theirs: the sum of numbers that
 * only rise.
 */
export function referralObject(row: ReferralSnapshot, rewards: readonly RewardOfReferral[]) {
  const standing = rewards.filter(({ status }) => status !== "rejected");
  const refused = row.void_reason !== null || (rewards.length > 0 && standing.length === 0);
  const reasons = row.void_reason !== null ? [row.void_reason] : rewards.map(({ reason }) => reason);
  return {
    id: row.id,
    version: rewards.reduce((sum, { version }) => sum + version, row.version),
    status: refused ? ("rejected" as const) : standing.length > 0 ? ("qualified" as const) : ("bound" as const),
    stands: row.void_reason === null,
    reasons: refused ? [...new Set(reasons)].filter((reason) => reason !== null) : [],
    programId: row.program_id,
    championId: row.champion_id,
    linkId: row.link_id,
    boundAt: row.bound_at,
    qualifyUntil: row.qualify_until,
  };
}

export type ToldObject = ReturnType<typeof rewardObject> | ReturnType<typeof referralObject>;
