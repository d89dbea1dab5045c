import type { RewardStatus } from "~/rewards/reward";
import type { WebhookEventType } from "./event-types";
import type { Change, ReferralSnapshot, RewardSnapshot } from "./snapshots";

/** Reasons of the group "failed": the hand-over was tried and did not work. */
const FAILED = new Set(["payout_failed", "delivery_failed", "destination_closed"]);

const waits = (status: RewardStatus) => status === "pending" || status === "held";

/**
 * What a change of a reward means to a host (P12). A change of what is due goes before any change of status, because the
 * status only follows it; steps between two words of P12 tell nothing.
 */
export function typesOfReward({ before, after }: Change<RewardSnapshot>): WebhookEventType[] {
  const { status, reason } = after;
  if (!before) return status === "rejected" ? ["referral.rejected"] : ["referral.qualified", "reward.pending"];
  const failed = FAILED.has(reason ?? "") && reason !== before.reason;
  if (status !== before.status) {
    if (status === "rejected") return ["referral.rejected"];
    if (status === "expired") return ["reward.expired"];
    if (before.status === "rejected") return ["reward.restored"];
  }
  if (after.due_minor < before.due_minor) return ["reward.reversed"];
  if (after.due_minor > before.due_minor) return ["reward.restored"];
  if (failed) return ["reward.failed"];
  if (status === before.status) return [];
  if (waits(status)) return waits(before.status) ? [] : ["reward.pending"];
  if (status === "approved") return waits(before.status) ? ["reward.approved"] : [];
  if (status === "paid" && before.status === "in_transit") return ["reward.issued"];
  return [];
}

/** What a change of a referral means to a host: bound, bound anew to another champion, or not standing any more (A6). */
export function typesOfReferral({ before, after }: Change<ReferralSnapshot>): WebhookEventType[] {
  if (after.void_reason !== null) return before?.void_reason === after.void_reason ? [] : ["referral.rejected"];
  const boundAnew = !before || before.void_reason !== null || before.champion_id !== after.champion_id;
  return boundAnew ? ["referral.created"] : [];
}
