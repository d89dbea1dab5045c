/** What a host can hear of (P12), in the order in which it happens to a recommendation. */
export const WEBHOOK_EVENT_TYPES = [
  "referral.created",
  "referral.qualified",
  "referral.rejected",
  "reward.pending",
  "reward.approved",
  "reward.issued",
  "reward.reversed",
  "reward.restored",
  "reward.failed",
  "reward.expired",
] as const;
export type WebhookEventType = (typeof WEBHOOK_EVENT_TYPES)[number];
