import { recordAudit } from "~/identity/record-audit.server";
import { within } from "~/platform/db.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { lockSumsOfReward } from "~/rewards/lock-sums-of-reward.server";
import { refuseReward } from "~/rewards/refuse-reward.server";
import { recordVerdict } from "~/trust/record-verdict.server";
import { decideEach, type BatchLedger, type DecisionItem, type DecisionResult } from "./decide-each.server";
import { mailRefused } from "./reward-mail.server";
import { settleMilestones } from "./settle-milestones.server";

export interface RefuseRewardsInput {
  items: readonly DecisionItem[];
  clauseNumber: number;
  /** The kind sentence the champions read. */
  note: string;
  /** No real recommendation: nothing more is earned with these friends (R34). */
  notGenuine?: boolean;
  by: string;
  /** Of a large batch. */
  ledger?: BatchLedger;
}

/** Refuses one or many by one clause and sentence, each with its audit row, its booking and its mail (W14, S7, I37). */
export async function refuseRewards(
  { items, clauseNumber, note, notGenuine = false, by, ledger }: RefuseRewardsInput,
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<DecisionResult[]> {
  return await decideEach({ items, by, act: "refuse", ledger }, { db, clock }, async (tx, { rewardId, version }) => {
    await lockSumsOfReward(tx, rewardId);
    const input = { rewardId, clauseNumber, note, notGenuine, by, expectedVersion: version };
    const { reward, clause } = await refuseReward(input, { db: within(tx), clock });
    if (notGenuine) recordVerdict(tx, { ...reward, genuine: false, source: "refusal", by, now: clock.now() });
    const facts = {
      clauseNumber,
      notGenuine,
      amountMinor: String(reward.grantedMinor),
      currency: reward.currency,
      batch: ledger?.size ?? items.length,
    };
    await recordAudit(tx, { by, action: "reward.refused", object: rewardId, facts, now: clock.now() });
    await mailRefused(tx, { reward, clock }, { clause, because: { note } });
    await settleMilestones(tx, reward, clock);
    return { outcome: "refused", version: reward.version };
  });
}
