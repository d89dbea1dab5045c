import type { RewardStatus } from "~/rewards/reward";
import type { StatusTone } from "~/ui/components/StatusPill";

export const STATUS_TONE: Record<RewardStatus, StatusTone> = {
  pending: "waiting",
  held: "waiting",
  approved: "waiting",
  payable: "waiting",
  in_transit: "waiting",
  paid: "done",
  partly_reversed: "neutral",
  rejected: "refused",
  expired: "refused",
  reversed: "refused",
};
