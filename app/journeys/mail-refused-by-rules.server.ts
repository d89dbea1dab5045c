import type { Clock } from "~/platform/clock.server";
import type { Tx } from "~/platform/db.server";
import { acceptedClauses } from "~/rewards/accepted-clauses.server";
import type { RewardRow } from "~/rewards/reward-row";
import { refusalReason } from "./refusal-reason";
import { mailRefused } from "./reward-mail.server";

/** Tells that the rules alone gave nothing, why, and by which clause of the terms the champion accepted (S7). */
export async function mailRefusedByRules(tx: Tx, reward: RewardRow, clock: Clock): Promise<void> {
  const number = reward.clauseNumber ?? 0;
  const clause = (await acceptedClauses(tx, reward.championId, clock.now()))[number - 1];
  await mailRefused(
    tx,
    { reward, clock },
    { clause: clause ? { number, clause } : null, because: { reason: refusalReason(reward.reason) } },
  );
}
