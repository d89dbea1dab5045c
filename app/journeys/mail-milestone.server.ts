import type { Clock } from "~/platform/clock.server";
import type { Tx } from "~/platform/db.server";
import type { RewardRow } from "~/rewards/reward-row";
import { mailRefusedByRules } from "./mail-refused-by-rules.server";
import { tell } from "./tell-of-reward.server";

/** Tells the champion of a milestone they reached: what waits and until when, or why it earned nothing (S7). */
export async function mailMilestone(tx: Tx, reward: RewardRow, clock: Clock): Promise<void> {
  if (reward.status === "rejected") return await mailRefusedByRules(tx, reward, clock);
  const { id, dueMinor: amountMinor, currency, decideBy, milestone } = reward;
  await tell(tx, { reward, clock }, { subjectId: id, purpose: "reached" }, ({ values, path }) => ({
    template: "milestone_reached",
    values: { ...values, path, reward: { amountMinor, currency }, decideBy, friends: milestone },
  }));
}
