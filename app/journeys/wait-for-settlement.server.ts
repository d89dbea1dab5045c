import type { PurchaseRow } from "~/commerce/lock-friend.server";
import type { Clock } from "~/platform/clock.server";
import { within, type Tx } from "~/platform/db.server";
import { getProgram } from "~/programs/get-program.server";
import { holdUntilSettled } from "~/rewards/hold-until-settled.server";
import { listRewardsOfConversions } from "~/rewards/rewards-of-friend.server";

/** Stripe may tell of a settlement a moment after the payment: its rewards wait for it from then on (W9). */
export async function waitForSettlement(
  tx: Tx,
  { purchase: { settlesAt }, conversionId }: { purchase: PurchaseRow; conversionId: string },
  clock: Clock,
): Promise<void> {
  const [reward] = settlesAt ? await listRewardsOfConversions(tx, [conversionId]) : [];
  if (!settlesAt || !reward) return;
  const joined = { db: within(tx), clock };
  const { calendar } = await getProgram(reward.programId, joined);
  await holdUntilSettled({ conversionId, settlesAt, calendar }, joined);
}
