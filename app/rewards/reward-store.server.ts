import { newId } from "~/platform/ids";
import type { Tx } from "~/platform/db.server";
import { ConflictError, NotFoundError } from "~/platform/errors";
import type { RewardStatus, StepKind } from "./reward";
import type { RewardRow } from "./reward-row";

type NewReward = Omit<
  RewardRow,
  "id" | "version" | "approvalsNeeded" | "decidedAt" | "decidedBy" | "paidAt" | "clauseNumber" | "note"
> &
  Partial<RewardRow>;

export async function findReward(tx: Tx, id: string) {
  return await tx.reward.findUnique({ where: { id } });
}

/** Reads a reward FOR UPDATE: whoever wants to change it waits for us. @throws NotFoundError */
export async function lockReward(tx: Tx, id: string): Promise<RewardRow> {
  await tx.$queryRaw`select id from reward where id = ${id} for update`;
  const reward = await findReward(tx, id);
  if (!reward) throw new NotFoundError("reward", { rewardId: id });
  return reward;
}

/** Locks every reward of a conversion, in one order for everybody. */
export async function lockRewardsOfConversion(tx: Tx, conversionId: string): Promise<RewardRow[]> {
  await tx.$queryRaw`select id from reward where conversion_id = ${conversionId} order by id for update`;
  return await tx.reward.findMany({ where: { conversionId }, orderBy: { id: "asc" } });
}

/**
 * One at a time per champion: caps (I21) and the automatic limits (W12) are sums over rows that are not there yet,
 * which no row lock covers.
 */
export async function lockChampionSums(tx: Tx, championId: string): Promise<void> {
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${`rewards:${championId}`}, 0))::text`;
}

/** Inserts unless this rule already rewarded this champion for this conversion (I12). @returns the new id, or null */
export async function insertReward(tx: Tx, reward: NewReward): Promise<string | null> {
  const inserted = await tx.reward.createManyAndReturn({
    data: { id: newId("rwd"), ...reward },
    skipDuplicates: true,
    select: { id: true },
  });
  return inserted[0]?.id ?? null;
}

export async function findRewardOf(
  tx: Tx,
  key: Pick<RewardRow, "ruleKey" | "conversionId" | "championId" | "side">,
): Promise<RewardRow | null> {
  const { ruleKey, conversionId, championId, side } = key;
  return await tx.reward.findUnique({
    where: { ruleKey_conversionId_championId_side: { ruleKey, conversionId, championId, side } },
  });
}

/**
 * Compare-and-set: writes only when nobody changed the reward since it was read, and raises its version by one.
 * @throws ConflictError `reward_changed`
 */
export async function updateReward(
  tx: Tx,
  before: RewardRow,
  changes: Partial<RewardRow>,
): Promise<RewardRow> {
  const [updated] = await tx.reward.updateManyAndReturn({
    where: { id: before.id, version: before.version },
    data: { ...changes, version: before.version + 1 },
  });
  if (!updated)
    throw new ConflictError("reward_changed", "the reward changed in the meantime", { rewardId: before.id });
  return updated;
}

export interface NewRewardEvent {
  rewardId: string;
  /** The version of the reward after the step. */
  version: number;
  kind: StepKind;
  fromStatus: RewardStatus | null;
  toStatus: RewardStatus;
  reason?: string | null;
  amountMinor?: bigint | null;
  by: string;
  note?: string | null;
  occurredAt: Date;
}

export async function insertRewardEvent(tx: Tx, event: NewRewardEvent): Promise<void> {
  await tx.rewardEvent.create({ data: { id: newId("evt"), ...event } });
}

export async function listRewardEvents(tx: Tx, rewardId: string) {
  return await tx.rewardEvent.findMany({ where: { rewardId }, orderBy: { version: "asc" } });
}

/** The sum of what is due of rewards granted to a champion since a moment, in minor units (W7). */
export async function sumGrantedSince(
  tx: Tx,
  where: { championId: string; currency: string; since: Date },
): Promise<bigint> {
  const { _sum } = await tx.reward.aggregate({
    where: { championId: where.championId, currency: where.currency, createdAt: { gt: where.since } },
    _sum: { dueMinor: true },
  });
  return _sum.dueMinor ?? 0n;
}

/** The sum the machine itself approved for a champion since a moment, in minor units (W12). */
export async function sumAutoApprovedSince(
  tx: Tx,
  where: { championId: string; currency: string; since: Date },
): Promise<bigint> {
  const { _sum } = await tx.reward.aggregate({
    where: {
      championId: where.championId,
      currency: where.currency,
      decidedBy: "system",
      decidedAt: { gt: where.since },
      status: { notIn: ["rejected", "expired"] },
    },
    _sum: { dueMinor: true },
  });
  return _sum.dueMinor ?? 0n;
}

/** The person behind the champion of a reward: nobody decides about their own (W15). */
export async function personOfChampion(tx: Tx, championId: string): Promise<string> {
  const champion = await tx.champion.findUniqueOrThrow({
    where: { id: championId },
    select: { personId: true },
  });
  return champion.personId;
}
