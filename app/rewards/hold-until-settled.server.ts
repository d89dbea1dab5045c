import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { endOfBusinessDay, type BusinessCalendar } from "~/programs/business-calendar";
import type { RewardRow } from "./reward-row";
import { lockRewardsOfConversion } from "./reward-store.server";
import { takeStep } from "./take-step.server";

export interface HoldUntilSettledInput {
  conversionId: string;
  /** When the provider lets us have the money of the payment. */
  settlesAt: Date;
  calendar: BusinessCalendar;
}

/**
 * The provider told its settlement after the grant, and it is later than the hold: what has not left the house waits for
 * it, with a promise that can be kept (W9). Saying it again changes nothing.
 */
export async function holdUntilSettled(
  { conversionId, settlesAt, calendar }: HoldUntilSettledInput,
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<void> {
  await db.transaction("hold-until-settled", async (tx) => {
    const promise = endOfBusinessDay(calendar, settlesAt);
    for (const reward of await lockRewardsOfConversion(tx, conversionId)) {
      if (!["pending", "held", "approved"].includes(reward.status) || reward.holdEndsAt >= settlesAt) continue;
      await takeStep(tx, reward, {
        kind: "extend_hold",
        to: reward.status,
        reason: waitsForNothingElse(reward) ? "settlement_wait" : undefined,
        by: "stripe",
        now: clock.now(),
        changes: { holdEndsAt: settlesAt, decideBy: promise > reward.decideBy ? promise : reward.decideBy },
      });
    }
  });
}

function waitsForNothingElse({ reason }: RewardRow): boolean {
  return reason === null || reason === "hold_period";
}
