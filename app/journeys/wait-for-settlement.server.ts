import type { PurchaseRow } from "~/commerce/lock-friend.server";
import type { Clock } from "~/platform/clock.server";
import { within, type Tx } from "~/platform/db.server";
import { getProgram } from "~/programs/get-program.server";
import { holdUntilSettled } from "~/rewards/hold-until-settled.server";
import type { RewardRow } from "~/rewards/reward-row";
import { listRewardsOfConversions } from "~/rewards/rewards-of-friend.server";

/**
 * Stripe may tell of a settlement a moment after the payment: its rewards wait for it from then on (W9).
 * @param rewards every reward for the payment @returns them as they are then
 */
export async function waitForSettlement(
  tx: Tx,
  { purchase: { settlesAt }, conversionId }: { purchase: PurchaseRow; conversionId: string },
  rewards: RewardRow[],
  clock: Clock,
): Promise<RewardRow[]> {
  const [reward] = rewards;
  if (!settlesAt || !reward) return rewards;
  const joined = { db: within(tx), clock };
  const { calendar } = await getProgram(reward.programId, joined);
  await holdUntilSettled({ conversionId, settlesAt, calendar }, joined);
  return await listRewardsOfConversions(tx, [conversionId]);
}
