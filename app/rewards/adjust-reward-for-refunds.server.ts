import { ADJUST_KIND } from "~/ledger/chart-of-accounts";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import type { Tx } from "~/platform/db.server";
import { askBack } from "./ask-back.server";
import { reasonAfterAdjustment, type AdjustmentCause } from "./adjustment-reason";
import { ledgerPlace, statusAfterAdjustment } from "./reward";
import { clampTakenBack, targetAmount } from "./reward-target";
import type { RewardRow } from "./reward-row";
import { listRewardEvents, lockRewardsOfConversion, updateReward } from "./reward-store.server";
import { takeStep } from "./take-step.server";

export interface AdjustRewardInput {
  conversionId: string;
  /** Only this reward; every reward of the conversion when not given. */
  rewardId?: string;
  /** What the friend paid, all in. */
  paidMinor: bigint;
  /** What refunds, credit notes and lost disputes took back of it so far, all together (M9). */
  takenBackMinor: bigint;
  /** Why, as those facts stand together: the words the champion reads. */
  cause: AdjustmentCause;
  /** The fact that asked for this, for the history: `re_…:succeeded`. */
  factKey: string;
}

/** A reward as it is after the facts were applied, and what changed for the champion. */
export interface AdjustedRewardResult {
  reward: RewardRow;
  beforeMinor: bigint;
  changed: boolean;
}

/**
 * Brings every reward of a conversion to what is due after refunds, in whatever state it is (M4, M5, M9, I13 to I16):
 * computed from the sum of the facts, so that repeats and order cannot matter.
 */
export async function adjustRewardForRefunds(
  input: AdjustRewardInput,
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<AdjustedRewardResult[]> {
  return await db.transaction("adjust-reward", async (tx) => {
    const rewards = await lockRewardsOfConversion(tx, input.conversionId);
    const results: AdjustedRewardResult[] = [];
    const meant = rewards.filter(({ id }) => input.rewardId === undefined || id === input.rewardId);
    for (const reward of meant) results.push(await adjust(tx, reward, input, clock.now()));
    return results;
  });
}

async function adjust(
  tx: Tx,
  reward: RewardRow,
  input: AdjustRewardInput,
  now: Date,
): Promise<AdjustedRewardResult> {
  const facts = {
    paidMinor: input.paidMinor,
    takenBackMinor: clampTakenBack(input.paidMinor, input.takenBackMinor),
  };
  const beforeMinor = reward.dueMinor;
  const known = facts.takenBackMinor === reward.takenBackMinor && facts.paidMinor === reward.paidMinor;
  if (known) return { reward, beforeMinor, changed: false };
  if (ledgerPlace(reward.status) === "nowhere") {
    // Nothing is due, so nothing is booked; an upheld appeal starts from these facts.
    return { reward: await updateReward(tx, reward, facts), beforeMinor, changed: false };
  }
  const dueMinor = targetAmount({ grantedMinor: reward.grantedMinor, ...facts });
  const status = statusAfterAdjustment({
    status: reward.status,
    dueMinor,
    ...historyOf(await listRewardEvents(tx, reward.id)),
  });
  const after = await takeStep(tx, reward, {
    kind: ADJUST_KIND,
    to: status,
    dueMinor,
    by: "system",
    note: input.factKey,
    now,
    reason: reasonAfterAdjustment({ ...reward, from: reward.status, to: status, cause: input.cause }),
    amountMinor: dueMinor - beforeMinor,
    changes: facts,
  });
  if (dueMinor < beforeMinor && after.paidAt) await askBack(tx, after);
  return { reward: after, beforeMinor, changed: dueMinor !== beforeMinor };
}

type History = Pick<Parameters<typeof statusAfterAdjustment>[0], "settledMinor" | "statusBeforeReversal">;

/** What the steps behind a reward say about its payment and its reversal. */
function historyOf(events: Awaited<ReturnType<typeof listRewardEvents>>): History {
  const paid = events.findLast(({ kind, fromStatus, toStatus }) => kind === "return_reward" || (fromStatus === "in_transit" && toStatus === "paid"));
  const reversed = events.findLast(
    ({ fromStatus, toStatus }) => fromStatus !== "reversed" && toStatus === "reversed",
  );
  return { settledMinor: paid?.kind === "return_reward" ? null : (paid?.amountMinor ?? null), statusBeforeReversal: reversed?.fromStatus ?? null };
}
