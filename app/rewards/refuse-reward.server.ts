import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { AppError } from "~/platform/errors";
import { acceptedClauses } from "./accepted-clauses.server";
import { decidable } from "./decidable.server";
import type { RewardRow } from "./reward-store.server";
import { takeStep } from "./take-step.server";

export interface RefuseRewardInput {
  rewardId: string;
  /** 1 is the first clause of the terms this champion accepted. */
  clauseNumber: number;
  /** The kind sentence the champion reads. */
  note: string;
  by: string;
  expectedVersion: number;
  /** `fraud_confirmed` is said by a person only (S6). */
  reason?: "manual_decision" | "fraud_confirmed";
}

/**
 * Refuses one reward, only by a numbered clause this champion accepted and with a sentence of a person (W14).
 * @throws AppError 422 `clause_not_accepted`
 * @throws ConflictError `reward_changed`, `reward_step_refused`
 * @throws ForbiddenError for one's own reward (W15)
 */
export async function refuseReward(
  { rewardId, clauseNumber, note, by, expectedVersion, reason = "manual_decision" }: RefuseRewardInput,
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<RewardRow> {
  return await db.transaction("refuse-reward", async (tx) => {
    const now = clock.now();
    const reward = await decidable(tx, { rewardId, by, expectedVersion });
    const clauses = await acceptedClauses(tx, reward.championId, reward.createdAt);
    if (!clauses[clauseNumber - 1]) {
      throw new AppError("clause_not_accepted", {
        message: "this champion never accepted a clause of that number", status: 422, facts: { rewardId, clauseNumber },
      });
    }
    return await takeStep(tx, reward, {
      kind: "refuse_reward", to: "rejected", dueMinor: 0n, reason, by, note, now,
      changes: {
        genuine: reason === "fraud_confirmed" ? "no" : reward.genuine, payable: "no", needsPerson: false,
        clauseNumber, note, decidedAt: now, decidedBy: by,
      },
    });
  });
}
