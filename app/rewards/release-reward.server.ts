import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import type { Tx } from "~/platform/db.server";
import { endOfBusinessDay, type BusinessCalendar } from "~/programs/business-calendar";
import type { ProgramRules } from "~/programs/program-rules";
import { isUndecided } from "./reward";
import { holderOf } from "./reward-holder";
import type { RewardRow } from "./reward-row";
import { lockChampionSums, lockReward, sumAutoApprovedSince } from "./reward-store.server";
import { takeStep } from "./take-step.server";

const DAY_MS = 86_400_000;
/** How often a reward that waits for a person is put before them again (W13). */
const ESCALATE_EVERY_DAYS = 7;

export interface ReleaseRewardInput {
  rewardId: string;
  championId: string;
  rules: Pick<ProgramRules, "autoApproveEachMinor" | "autoApprove30DaysMinor">;
  calendar: BusinessCalendar;
}

/** What the end of the hold did. */
export interface ReleasedReward {
  reward: RewardRow;
  outcome: "approved" | "payable" | "escalated" | "nothing";
}

/**
 * Takes one step with a reward whose hold is over (I18): what nobody doubts is approved up to the limits (W12), what
 * needs a person is put before them and never paid by waiting (W13, R35), what is approved becomes payable.
 */
export async function releaseReward(
  input: ReleaseRewardInput,
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<ReleasedReward> {
  return await db.transaction("release-reward", async (tx) => {
    const now = clock.now();
    await lockChampionSums(tx, input.championId);
    const reward = await lockReward(tx, input.rewardId);
    if (reward.holdEndsAt > now) return { reward, outcome: "nothing" };
    if (reward.status === "approved") {
      return {
        reward: await takeStep(tx, reward, {
          kind: "release_reward",
          to: "payable",
          reason: null,
          by: "system",
          now,
        }),
        outcome: "payable",
      };
    }
    if (!isUndecided(reward.status) || reward.reason === "dispute_open")
      return { reward, outcome: "nothing" };
    if (!reward.needsPerson && (await withinLimits(tx, reward, input.rules, now))) {
      const approved = await takeStep(tx, reward, {
        kind: "approve_reward",
        to: "approved",
        reason: null,
        by: "system",
        now,
        changes: { genuine: "yes", payable: "yes", decidedAt: now, decidedBy: "system" },
      });
      return { reward: approved, outcome: "approved" };
    }
    return await escalate(tx, reward, input.calendar, now);
  });
}

/** Up to these amounts the machine may approve alone (W12). */
async function withinLimits(
  tx: Tx,
  reward: RewardRow,
  rules: ReleaseRewardInput["rules"],
  now: Date,
): Promise<boolean> {
  if (reward.dueMinor > rules.autoApproveEachMinor) return false;
  const since = new Date(now.getTime() - 30 * DAY_MS);
  const before = await sumAutoApprovedSince(tx, {
    holder: holderOf(reward),
    currency: reward.currency,
    since,
  });
  return before + reward.dueMinor <= rules.autoApprove30DaysMinor;
}

/** At the hold's end and every week after: a line in the history, and a new promise when the old one was missed. */
async function escalate(
  tx: Tx,
  reward: RewardRow,
  calendar: BusinessCalendar,
  now: Date,
): Promise<ReleasedReward> {
  const since = new Date(now.getTime() - ESCALATE_EVERY_DAYS * DAY_MS);
  const recently = await tx.rewardEvent.findFirst({
    where: { rewardId: reward.id, kind: "escalate_reward", occurredAt: { gt: since } },
    select: { id: true },
  });
  if (recently) return { reward, outcome: "nothing" };
  const nextPromise = endOfBusinessDay(calendar, new Date(now.getTime() + ESCALATE_EVERY_DAYS * DAY_MS));
  const escalated = await takeStep(tx, reward, {
    kind: "escalate_reward",
    to: reward.status,
    by: "system",
    now,
    reason: reward.needsPerson ? undefined : "routine_check",
    changes: { needsPerson: true, ...(reward.decideBy <= now ? { decideBy: nextPromise } : {}) },
  });
  return { reward: escalated, outcome: "escalated" };
}
