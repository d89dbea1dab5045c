import { z } from "zod";
import { REWARD_STATUSES } from "~/rewards/reward";

/** A moment as PostgreSQL writes it into JSON, told as the API tells it: ISO 8601, UTC. */
const moment = z.string().transform((text) => new Date(text).toISOString());

/** A row of `reward` as the database noted it. Only what a host may read is taken over. */
export const rewardSnapshot = z.object({
  id: z.string(),
  version: z.number(),
  status: z.enum(REWARD_STATUSES),
  reason: z.string().nullable(),
  program_id: z.string(),
  champion_id: z.string(),
  referral_id: z.string(),
  conversion_id: z.string(),
  side: z.enum(["champion", "friend"]),
  currency: z.string(),
  granted_minor: z.number(),
  due_minor: z.number(),
  hold_ends_at: moment,
  decide_by: moment,
  needs_person: z.boolean(),
  decided_at: moment.nullable(),
  paid_at: moment.nullable(),
  created_at: moment,
});
export type RewardSnapshot = z.output<typeof rewardSnapshot>;

/** A row of `referral` as the database noted it. */
export const referralSnapshot = z.object({
  id: z.string(),
  version: z.number(),
  program_id: z.string(),
  champion_id: z.string(),
  link_id: z.string(),
  bound_at: moment,
  qualify_until: moment.nullable(),
  void_reason: z.string().nullable(),
});
export type ReferralSnapshot = z.output<typeof referralSnapshot>;

/** A noted change: the row before it, null for a new one, and after it. */
export interface Change<Snapshot> {
  before: Snapshot | null;
  after: Snapshot;
}
