import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { AppError } from "~/platform/errors";
import type { Clause } from "~/programs/terms";
import { acceptedClauses } from "./accepted-clauses.server";
import { decidable } from "./decidable.server";
import type { RewardRow } from "./reward-row";
import { takeStep } from "./take-step.server";

export interface RefuseRewardInput {
  rewardId: string;
  /** 1 is the first clause of the terms this champion accepted. */
  clauseNumber: number;
  /** The kind sentence the champion reads. */
  note: string;
  /** The person found that it was no real recommendation: then nothing is earned with this friend later either (R34, S6). */
  notGenuine?: boolean;
  by: string;
  expectedVersion: number;
}

export interface RefusedReward {
  reward: RewardRow;
  clause: { number: number; clause: Clause };
}

/**
 * Refuses one reward, only by a numbered clause this champion accepted and with a sentence of a person (W14).
 * @throws AppError 422 `clause_not_accepted`
 * @throws ConflictError `reward_changed`, `reward_step_refused`
 * @throws ForbiddenError for one's own reward (W15)
 */
export async function refuseReward(
  { rewardId, clauseNumber, note, notGenuine = false, by, expectedVersion }: RefuseRewardInput,
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<RefusedReward> {
  return await db.transaction("refuse-reward", async (tx) => {
    const now = clock.now();
    const before = await decidable(tx, { rewardId, by, expectedVersion });
    const clauses = await acceptedClauses(tx, before.championId, before.createdAt);
    const clause = clauses[clauseNumber - 1];
    if (!clause) {
      throw new AppError("clause_not_accepted", {
        message: "this champion never accepted a clause of that number",
        status: 422,
        facts: { rewardId, clauseNumber },
      });
    }
    const reward = await takeStep(tx, before, {
      kind: "refuse_reward",
      to: "rejected",
      dueMinor: 0n,
      reason: notGenuine ? "fraud_confirmed" : "manual_decision",
      by,
      note,
      now,
      changes: { ...(notGenuine && { genuine: "no" as const }), payable: "no", needsPerson: false, clauseNumber, note, decidedAt: now, decidedBy: by },
    });
    return { reward, clause: { number: clauseNumber, clause } };
  });
}
