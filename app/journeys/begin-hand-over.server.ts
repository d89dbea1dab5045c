import { claimInstruction, type Claim } from "~/fulfilment/claim-instruction.server";
import { clearForPayout } from "~/fulfilment/clear-for-payout.server";
import { findTargetOf } from "~/fulfilment/find-target-of.server";
import { getInstruction } from "~/fulfilment/get-instruction.server";
import type { Obstacle } from "~/fulfilment/payout-account";
import { postponeInstruction } from "~/fulfilment/postpone-instruction.server";
import type { Clock } from "~/platform/clock.server";
import { within, type Database, type Tx } from "~/platform/db.server";
import type { StripeClient } from "~/platform/gateways/stripe.server";
import { getProgramVersion } from "~/programs/get-program-version.server";
import { getReward } from "~/rewards/get-reward.server";
import { lockForPayout, type RewardForPayout } from "~/rewards/lock-for-payout.server";
import { markRewardInTransit, markRewardPaid, markRewardWaiting } from "~/rewards/mark-reward.server";
import { sumReady } from "~/rewards/sum-ready.server";
import { findObstacle } from "./find-obstacle.server";
import { mailDetailsNeeded, mailSetOff } from "./reward-mail.server";

interface Parts {
  db: Database;
  clock: Clock;
  stripe?: StripeClient;
}

/** A hand-over that was claimed and committed, to be asked of the provider. */
export type Call = Extract<Claim, { kind: "call" }> & { championId: string; attempts: number };

/**
 * Everything before the call: what stands in the way, and the claim with its key, amount and words (F32).
 * @returns null when there is no call to make
 * @throws StripeCallError
 */
export async function beginHandOver(instructionId: string, parts: Parts): Promise<Call | null> {
  const { db, clock } = parts;
  const { instruction, target } = await db.transaction("read-instruction", async (tx) => {
    const found = await getInstruction(tx, instructionId);
    return { instruction: found, target: await findTargetOf(tx, await getReward(tx, found.rewardId)) };
  });
  const isNew = instruction.status === "intended";
  const obstacle = isNew ? await findObstacle(instruction, target, parts) : null;
  return await db.transaction("claim-instruction", async (tx) => {
    const now = clock.now();
    const { championId, rewardId } = instruction;
    const { reward, otherUnsentMinor } = await lockForPayout(tx, { rewardId, championId });
    if (isNew && reward.status === "payable") {
      const waits = obstacle ?? (await tooSmall(tx, { reward, otherUnsentMinor, cleared: instruction.clearedAt !== null, now }));
      if (waits) {
        await postponeInstruction(tx, { id: instructionId, ...waits, now });
        const told = await markRewardWaiting(tx, { rewardId, reason: waits.reason, now });
        if (waits.reason === "payout_details_missing") await mailDetailsNeeded(tx, { reward: told, clock });
        return null;
      }
    }
    const { status, dueMinor } = reward;
    const claim = await claimInstruction(tx, {
      instructionId,
      reward: { status, dueMinor, otherUnsentMinor },
      target,
      now,
    });
    if (claim.kind === "nothing") return null;
    if (claim.kind === "netted" || claim.first) await markRewardInTransit(tx, { rewardId, now });
    if (claim.kind === "call") return { ...claim, championId, attempts: instruction.attempts + 1 };
    const { settledMinor, leftMinor } = claim;
    const paid = await markRewardPaid(tx, { rewardId, settledMinor, now });
    await mailSetOff(tx, { reward: paid, clock }, { earnedMinor: settledMinor, leftMinor });
    return null;
  });
}


/** A payment in cash waits until all that may leave together is enough (M14); whatever is let go stays so. */
async function tooSmall(
  tx: Tx,
  { reward, otherUnsentMinor, cleared, now }: RewardForPayout & { cleared: boolean; now: Date },
): Promise<Obstacle | null> {
  const { championId, currency, rail, dueMinor, programVersionId } = reward;
  if (rail !== "transfer" || cleared) return null;
  const { rules } = await getProgramVersion(programVersionId, { db: within(tx) });
  const ready = {
    championId,
    currency,
    minimumMinor: rules.minimumPayoutMinor,
    readyMinor: await sumReady(tx, { championId, currency, rail }),
    unsentMinor: otherUnsentMinor + dueMinor,
  };
  return (await clearForPayout(tx, { ...ready, now })) ? null : { reason: "below_minimum_payout" };
}
