import {
  championSteps,
  traceSchema,
  type ChampionStep,
  type TraceStep,
} from "~/attribution/attribution-trace";
import { rootDb, type Deps } from "~/platform/deps.server";
import type { Tx } from "~/platform/db.server";
import { NotFoundError } from "~/platform/errors";
import type { RewardRule } from "~/programs/reward-rule";
import type { Clause } from "~/programs/terms";
import { clauseNumberFor } from "~/programs/terms";
import { acceptedClauses } from "./accepted-clauses.server";
import type { LateReason } from "./promise";
import { findLatestLate } from "./promise-store.server";
import { isUndecided } from "./reward";
import { readKeptUntil } from "./read-kept-until.server";
import { rewardView, type RewardView } from "./reward-view";
import { weekOf } from "./recommendation";
import { ruleOfReward } from "./rule-of-reward.server";
import { viewedRewards } from "./viewed-rewards.server";

export interface ChampionReward extends RewardView {
  id: string;
  grantedMinor: bigint;
  amountMinor: bigint;
  cutMinor: bigint;
  takenBack: boolean;
  currency: string;
  /** What it was given for. */
  rule: RewardRule;
  /** For how many friends who bought and stayed; 0 for what one order earned. */
  milestone: number;
  rail: string;
  needsPerson: boolean;
  /** A person decided, not the end of the hold. */
  decidedByPerson: boolean;
  decidedAt: Date | null;
  holdOver: boolean;
  decideBy: Date;
  paidAt: Date | null;
  /** Until when it is kept, where it has nothing it could come off (W17). */
  keptUntil: Date | null;
  week: Date;
  /** The kind sentence of a refusal. */
  note: string | null;
  /** The clause behind the reason, in the terms this champion accepted. */
  clause: { number: number; clause: Clause } | null;
  steps: ShownStep[];
  appeal: { answerBy: Date; answeredAt: Date | null; upheld: boolean | null; answer: string | null } | null;
  mayAppeal: boolean;
  /** The hour that was promised before the one that holds now, while somebody still waits, and why it could not be kept. */
  late: { firstBy: Date; reason: LateReason } | null;
}

/** One reward with the reasons a champion may read (S3, S4, S10). @throws NotFoundError for another champion's */
export async function getChampionReward(
  { rewardId, championId, zone, now }: { rewardId: string; championId: string; zone: string; now: Date },
  { db = rootDb }: Deps = {},
): Promise<ChampionReward> {
  return await db.transaction("get-champion-reward", async (tx) => {
    const [reward] = await viewedRewards(tx, { championId, id: rewardId });
    if (!reward) throw new NotFoundError("reward", { rewardId });
    const clauses = await acceptedClauses(tx, championId, reward.createdAt);
    const number = reward.clauseNumber ?? clauseNumberFor(clauses, reward.reason ?? "");
    const clause = number === null ? undefined : clauses[number - 1];
    const appeals = await tx.appeal.findMany({
      where: { rewardId },
      orderBy: { createdAt: "desc" },
      take: 1,
    });
    const [appeal = null] = appeals;
    const appealed = appeal !== null && appeal.decidedAt.getTime() === reward.decidedAt?.getTime();
    return {
      ...rewardView(reward),
      id: reward.id,
      grantedMinor: reward.grantedMinor,
      amountMinor: reward.dueMinor,
      cutMinor: reward.cutMinor,
      takenBack: reward.takenBackMinor > 0n,
      currency: reward.currency,
      rule: await ruleOfReward(tx, reward),
      milestone: reward.milestone,
      rail: reward.rail,
      needsPerson: reward.needsPerson,
      decidedByPerson: reward.decidedBy?.startsWith("person:") ?? false,
      decidedAt: reward.decidedAt,
      holdOver: reward.holdEndsAt <= now,
      decideBy: reward.decideBy,
      paidAt: reward.paidAt,
      keptUntil: await readKeptUntil(tx, reward),
      week: weekOf(reward.createdAt, zone),
      note: reward.note,
      clause: number !== null && clause ? { number, clause } : null,
      // A milestone is about several friends, whose own rewards tell of them.
      steps: reward.milestone > 0 ? [] : await championStepsOf(tx, { conversionId: reward.conversionId, championId }),
      appeal: appeal && {
        answerBy: appeal.answerBy,
        answeredAt: appeal.answeredAt,
        upheld: appeal.upheld,
        answer: appeal.answer,
      },
      mayAppeal: reward.status === "rejected" && !appealed,
      late: await latenessOf(tx, appeal && !appeal.answeredAt ? appeal.id : isUndecided(reward.status) ? reward.id : null),
    };
  });
}

async function latenessOf(tx: Tx, waitingId: string | null): Promise<ChampionReward["late"]> {
  const late = waitingId ? await findLatestLate(tx, waitingId) : null;
  return late && { firstBy: late.promisedAt, reason: late.reason };
}

/** The checks of one decision that this champion may read. */
export async function championStepsOf(
  tx: Tx,
  { conversionId, championId }: { conversionId: string; championId: string },
): Promise<ShownStep[]> {
  const { trace } = await tx.conversion.findUniqueOrThrow({
    where: { id: conversionId },
    select: { trace: true },
  });
  return oncePerCheck(championSteps(traceSchema.parse(trace) as TraceStep[], championId));
}

/** A check as it reaches the browser: without what was compared, which holds the moment of the purchase (S5). */
export type ShownStep = Omit<ChampionStep, "compared">;

/** Several touches of one champion went through the same checks: each is told once, and passing once is enough. */
function oncePerCheck(steps: ChampionStep[]): ShownStep[] {
  const best = new Map<string, ShownStep>();
  for (const { check, outcome, reason } of steps) {
    if (!best.has(check) || outcome === "pass") best.set(check, { check, outcome, reason });
  }
  return [...best.values()];
}
