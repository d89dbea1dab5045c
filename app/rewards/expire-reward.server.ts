import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { expiryStep, keptUntil } from "./benefit-expiry";
import { findKeptSince } from "./expiry-store.server";
import type { RewardRow } from "./reward-row";
import { lockChampionSums, lockReward } from "./reward-store.server";
import { takeStep } from "./take-step.server";

export interface ExpireRewardInput {
  rewardId: string;
  championId: string;
  /** Of the version the reward was given under (W2). */
  keepMonths: number | null;
}

/** What is said of a reward that is not kept for ever. */
export interface ExpiredReward {
  reward: RewardRow;
  outcome: "warned" | "expired" | "nothing";
  /** What it was worth. */
  beforeMinor: bigint;
  until: Date | null;
}

/**
 * Takes one step with a reward that has nothing it could come off: tells that it lapses, or lets it lapse, which books what
 * was owed back (W17, F36). Under the locks of a payout, so that it never lapses while it leaves. Again, it does nothing.
 */
export async function expireReward(
  { rewardId, championId, keepMonths }: ExpireRewardInput,
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<ExpiredReward> {
  return await db.transaction("expire-reward", async (tx) => {
    const now = clock.now();
    await lockChampionSums(tx, championId);
    const reward = await lockReward(tx, rewardId);
    const beforeMinor = reward.dueMinor;
    const kept = reward.status === "payable" && reward.reason === "nothing_to_credit" ? await findKeptSince(tx, rewardId) : null;
    const until = kept && keptUntil(kept.payableSince, keepMonths);
    const step = kept && expiryStep({ until, warnedAt: kept.warnedAt }, now);
    if (!step) return { reward, outcome: "nothing", beforeMinor, until };
    const after =
      step === "warn"
        ? await takeStep(tx, reward, { kind: "warn_expiry", to: "payable", by: "system", now })
        : await takeStep(tx, reward, { kind: "expire_reward", to: "expired", reason: "nothing_to_credit_12m", dueMinor: 0n, by: "system", now });
    return { reward: after, outcome: step === "warn" ? "warned" : "expired", beforeMinor, until };
  });
}
