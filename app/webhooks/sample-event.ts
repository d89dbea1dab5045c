import type { RewardStatus } from "~/rewards/reward";
import type { WebhookEventType } from "./event-types";
import type { ReferralSnapshot, RewardSnapshot } from "./snapshots";
import { referralObject, rewardObject, type ToldObject } from "./told-objects";

/** An id in the form of ours that nothing has. */
const NOBODY = "0".repeat(26);
const AT = "2026-03-02T09:30:00.000Z";
const IDS = {
  program_id: `prg_${NOBODY}`,
  champion_id: `chp_${NOBODY}`,
};

/** A reward that nobody has: what the endpoint tester sends. */
export function sampleReward(status: RewardStatus): RewardSnapshot {
  return {
    ...IDS,
    id: `rwd_${NOBODY}`, version: 2, status, reason: null,
    referral_id: `ref_${NOBODY}`, conversion_id: `cnv_${NOBODY}`,
    side: "champion", needs_person: false, currency: "EUR", granted_minor: 1000, due_minor: 1000,
    hold_ends_at: "2026-04-01T09:30:00.000Z", decide_by: "2026-04-01T15:00:00.000Z", decided_at: null, paid_at: null,
    created_at: AT,
  };
}

/** A referral that nobody has. */
export function sampleReferral(): ReferralSnapshot {
  return {
    ...IDS,
    id: `ref_${NOBODY}`, version: 1, link_id: `lnk_${NOBODY}`, bound_at: AT,
    qualify_until: null, void_reason: null,
  };
}

const pending = sampleReward("pending");
const approved: RewardSnapshot = { ...sampleReward("approved"), decided_at: AT };
const payable: RewardSnapshot = { ...approved, status: "payable" };
const sent: RewardSnapshot = { ...approved, status: "in_transit" };
const paid: RewardSnapshot = { ...approved, status: "paid", paid_at: AT };
const reversed: RewardSnapshot = { ...paid, status: "reversed", due_minor: 0, reason: "refund_full" };

const reward = (before: RewardSnapshot | null, after: RewardSnapshot) => ({
  before: before && rewardObject(before),
  data: rewardObject({ ...after, version: 3 }),
});
const referral = (...rewards: RewardSnapshot[]) => ({ before: null, data: referralObject(sampleReferral(), rewards) });

/** What each type looks like, made by the same functions as the real ones. */
export const SAMPLE_CHANGES: Record<WebhookEventType, { before: ToldObject | null; data: ToldObject }> = {
  "referral.created": referral(),
  "referral.qualified": referral(pending),
  "referral.rejected": referral({ ...pending, status: "rejected", reason: "friend_not_new" }),
  "reward.pending": reward(null, pending),
  "reward.approved": reward(pending, approved),
  "reward.issued": reward(sent, paid),
  "reward.reversed": reward(paid, reversed),
  "reward.restored": reward(reversed, paid),
  "reward.failed": reward(sent, { ...payable, reason: "delivery_failed" }),
  "reward.expired": reward(payable, { ...payable, status: "expired", reason: "benefit_expired" }),
};
