import { within } from "~/platform/db.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { adjustRewardForRefunds, type AdjustRewardInput } from "~/rewards/adjust-reward-for-refunds.server";
import { holdForDispute } from "~/rewards/hold-for-dispute.server";
import type { RewardRow } from "~/rewards/reward-row";
import { mailReversed } from "./reward-mail.server";

export interface ReverseRewardsInput extends AdjustRewardInput {
  /** A dispute is open: nothing leaves the house (M8). */
  disputeOpen: boolean;
}

/**
 * Brings a conversion's rewards to what refunds and disputes leave of them, whatever state they are in, and tells the
 * champion when something went back (M4, M5, M8). Takes the facts as they stand together: repeats change nothing.
 */
export async function reverseRewards(
  { disputeOpen, ...facts }: ReverseRewardsInput,
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<RewardRow[]> {
  return await db.transaction("reverse-rewards", async (tx) => {
    const joined = { db: within(tx), clock };
    const adjusted = await adjustRewardForRefunds(facts, joined);
    for (const { reward, beforeMinor } of adjusted) {
      if (reward.dueMinor < beforeMinor && facts.cause) await mailReversed(tx, { reward, clock }, { beforeMinor, cause: facts.cause });
    }
    const { conversionId, factKey } = facts;
    return await holdForDispute({ conversionId, factKey, open: disputeOpen }, joined);
  });
}
