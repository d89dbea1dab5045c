import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import type { Tx } from "~/platform/db.server";
import type { RewardRow } from "./reward-row";
import { lockRewardsOfConversion } from "./reward-store.server";
import { takeStep } from "./take-step.server";

export interface DisputeInput {
  conversionId: string;
  /** True while a dispute is open or its status unknown; false once it is decided either way. */
  open: boolean;
  /** The fact that asked for this: `dp_…:needs_response`. */
  factKey: string;
}

/**
 * An open dispute stops every reward of the payment that has not left the house (M8, I17, I19); once it is decided they
 * go on where they stood. What a lost one takes back is an adjustment, not a hold.
 */
export async function holdForDispute(
  input: DisputeInput,
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<RewardRow[]> {
  return await db.transaction("hold-for-dispute", async (tx) => {
    const rewards = await lockRewardsOfConversion(tx, input.conversionId);
    const after: RewardRow[] = [];
    for (const reward of rewards) {
      after.push(
        await (input.open ? hold(tx, reward, input, clock.now()) : lift(tx, reward, input, clock.now())),
      );
    }
    return after;
  });
}

async function hold(tx: Tx, reward: RewardRow, { factKey }: DisputeInput, now: Date): Promise<RewardRow> {
  const stoppable = ["pending", "held", "approved", "payable"].includes(reward.status);
  if (!stoppable || reward.reason === "dispute_open") return reward;
  return await takeStep(tx, reward, {
    kind: "hold_reward",
    to: "held",
    reason: "dispute_open",
    by: "system",
    note: factKey,
    now,
  });
}

async function lift(tx: Tx, reward: RewardRow, { factKey }: DisputeInput, now: Date): Promise<RewardRow> {
  if (reward.status !== "held" || reward.reason !== "dispute_open") return reward;
  const wasApproved = reward.decidedAt !== null;
  return await takeStep(tx, reward, {
    kind: "lift_hold",
    to: wasApproved ? "approved" : "held",
    by: "system",
    note: factKey,
    now,
    reason: wasApproved ? null : reward.needsPerson ? "in_review" : "hold_period",
  });
}
