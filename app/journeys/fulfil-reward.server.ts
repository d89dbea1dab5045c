import { getInstruction } from "~/fulfilment/get-instruction.server";
import { performOrder } from "~/fulfilment/perform-order.server";
import { confirmInstruction, recordCallFailure } from "~/fulfilment/settle-instruction.server";
import type { Clock } from "~/platform/clock.server";
import type { Database } from "~/platform/db.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { StripeCallError, type StripeClient } from "~/platform/gateways/stripe.server";
import { log } from "~/platform/log.server";
import { lockForPayout } from "~/rewards/lock-for-payout.server";
import { markRewardPaid, markRewardWaiting } from "~/rewards/mark-reward.server";
import { askForAddress } from "./ask-for-address.server";
import { beginHandOver, type Call } from "./begin-hand-over.server";
import { givePoints } from "./give-points.server";
import { giveToCause } from "./give-to-cause.server";
import { mailCredited, mailFreeMonth, mailPaidOut, mailPersonalCode } from "./reward-mail.server";

interface FulfilDeps extends Deps {
  stripe?: StripeClient;
}

interface Parts {
  db: Database;
  clock: Clock;
  stripe?: StripeClient;
}

/**
 * Carries one instruction out: claim, act, confirm (F32). The intent is committed before the call; an outcome nobody
 * knows is looked up before anything is asked again, under the same key (F33); the end is written once, with its
 * booking and its mail, by the worker whose claim stands (I34). Safe to run any number of times.
 * @throws StripeCallError when the job has to try again
 */
export async function fulfilReward(
  { instructionId }: { instructionId: string },
  { db = rootDb, clock = systemClock, stripe }: FulfilDeps = {},
): Promise<void> {
  const parts: Parts = { db, clock, stripe };
  const asked = await db.transaction("find-instruction", (tx) => getInstruction(tx, instructionId));
  if (asked.rail === "gift") return await askForAddress(asked, { db, clock });
  if (asked.rail === "points") return await givePoints(asked, { db, clock });
  if (asked.rail === "donation") return await giveToCause(asked, { db, clock });
  const call = await beginHandOver(instructionId, parts);
  if (!call) return;
  let providerRef: string;
  try {
    providerRef = await performOrder(call.order, call.triedBefore, stripe);
  } catch (error) {
    if (!(error instanceof StripeCallError)) throw error;
    await fail(call, error, parts);
    if (error.outcome === "refused") return;
    throw error;
  }
  await confirm(call, providerRef, parts);
}

async function confirm(
  { order, championId, claimToken, settledMinor }: Call,
  providerRef: string,
  { db, clock }: Parts,
): Promise<void> {
  await db.transaction("confirm-instruction", async (tx) => {
    const now = clock.now();
    const { rewardId } = order;
    await lockForPayout(tx, { rewardId, championId });
    if (!(await confirmInstruction(tx, { order, championId, claimToken, providerRef, now }))) return;
    const reward = await markRewardPaid(tx, { rewardId, settledMinor, now });
    const { amountMinor, request } = order;
    const issued = { amountMinor, earnedMinor: settledMinor };
    if (request.rail === "promotion_code") await mailPersonalCode(tx, { reward, clock }, { ...issued, code: request.code });
    else if (request.rail === "free_month") await mailFreeMonth(tx, { reward, clock }, { amountMinor, whole: request.whole });
    else await (request.rail === "transfer" ? mailPaidOut : mailCredited)(tx, { reward, clock }, issued);
  });
}

async function fail(
  { order, championId, claimToken, attempts }: Call,
  error: StripeCallError,
  { db, clock }: Parts,
): Promise<void> {
  log.warn(
    { instructionId: order.instructionId, outcome: error.outcome, error: error.code },
    "a reward could not be handed over",
  );
  await db.transaction("record-call-failure", async (tx) => {
    const now = clock.now();
    const { rewardId } = order;
    await lockForPayout(tx, { rewardId, championId });
    const free = await recordCallFailure(tx, { order, claimToken, attempts, error, now });
    if (free) await markRewardWaiting(tx, { rewardId, reason: "delivery_failed", now });
  });
}
