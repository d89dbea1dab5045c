import { claimOpenReversal, claimReversal, readOverhang, type ReversalClaim } from "~/fulfilment/claim-reversal.server";
import { confirmReversal, recordReversalFailure } from "~/fulfilment/confirm-reversal.server";
import { findGiven } from "~/fulfilment/find-given.server";
import { performReversal, reachOf } from "~/fulfilment/perform-order.server";
import { takeBackDonation } from "~/fulfilment/take-back-donation.server";
import { takeBackPoints } from "~/fulfilment/take-back-points.server";
import type { Clock } from "~/platform/clock.server";
import type { Database } from "~/platform/db.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { StripeCallError, type StripeClient } from "~/platform/gateways/stripe.server";
import { log } from "~/platform/log.server";
import { getReward } from "~/rewards/get-reward.server";
import { lockForPayout } from "~/rewards/lock-for-payout.server";
import { holderOf } from "~/rewards/reward-holder";
import { settleReturn } from "./settle-return.server";

interface Parts {
  db: Database;
  clock: Clock;
  stripe?: StripeClient;
}

/**
 * The job after a refund of what was handed over (M5): what is too much and can still be taken back is, by an intent of its
 * own that is claimed, asked and confirmed like a hand-over (F32, F33). The rest stays owed back. Safe to run any number of
 * times, and it goes on until nothing is left to do.
 * @throws StripeCallError when the job has to try again
 */
export async function reverseHandOver(
  { rewardId }: { rewardId: string },
  { db = rootDb, clock = systemClock, stripe }: Deps & { stripe?: StripeClient } = {},
): Promise<void> {
  const parts: Parts = { db, clock, stripe };
  for (;;) {
    const claim = await begin(rewardId, parts);
    if (!claim) return;
    try {
      const taken = await performReversal(claim.reversal, claim.triedBefore, stripe);
      if (!(await confirm(claim, taken, parts))) return;
    } catch (error) {
      if (!(error instanceof StripeCallError)) throw error;
      log.warn({ reversalId: claim.reversal.id, outcome: error.outcome, error: error.code }, "a hand-over could not be taken back");
      await db.transaction("record-reversal-failure", (tx) => recordReversalFailure(tx, { ...claim, error }));
      if (error.outcome === "refused") return;
      throw error;
    }
  }
}

async function begin(rewardId: string, { db, clock, stripe }: Parts): Promise<ReversalClaim | null> {
  const open = await db.transaction("claim-open-reversal", (tx) => claimOpenReversal(tx, rewardId));
  if (open) return open;
  const given = await db.transaction("find-overhang", async (tx) => {
    const { championId } = await getReward(tx, rewardId);
    const { reward, otherUnsentMinor } = await lockForPayout(tx, { rewardId, championId });
    const overhang = { holder: holderOf(reward), dueMinor: reward.dueMinor, otherUnsentMinor };
    const now = clock.now();
    if (reward.rail === "donation" || reward.rail === "points") {
      // Nobody outside has to be asked: the book alone says how much of it is still here.
      const taken = await (reward.rail === "donation" ? takeBackDonation : takeBackPoints)(tx, { rewardId, now, ...overhang });
      if (taken) await settleReturn(tx, { rewardId, ...taken, from: reward.rail }, clock);
      return null;
    }
    const found = await findGiven(tx, reward);
    return found && (await readOverhang(tx, found.instruction, overhang)) > 0n ? { ...found.given, championId } : null;
  });
  const reach = given && (await reachOf(given, stripe));
  if (!reach) return null;
  return await db.transaction("claim-reversal", async (tx) => {
    const { reward, otherUnsentMinor } = await lockForPayout(tx, { rewardId, championId: given.championId });
    const overhang = { holder: holderOf(reward), dueMinor: reward.dueMinor, otherUnsentMinor };
    return await claimReversal(tx, { rewardId, reach, ...overhang, now: clock.now() });
  });
}

/** @returns whether something came back */
async function confirm({ reversal, claimToken }: ReversalClaim, taken: Awaited<ReturnType<typeof performReversal>>, { db, clock }: Parts): Promise<boolean> {
  const { rewardId } = reversal;
  return await db.transaction("confirm-reversal", async (tx) => {
    const { championId } = await getReward(tx, rewardId);
    await lockForPayout(tx, { rewardId, championId });
    const returned = await confirmReversal(tx, { reversal, claimToken, taken, now: clock.now() });
    if (returned) await settleReturn(tx, { rewardId, amountMinor: taken.amountMinor, whole: returned.whole, from: reversal.request.rail }, clock);
    return returned !== null;
  });
}
