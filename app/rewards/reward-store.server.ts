import { Prisma } from "../../prisma/generated/client";
import { newId } from "~/platform/ids";
import type { Tx } from "~/platform/db.server";
import { ConflictError, NotFoundError } from "~/platform/errors";
import { columnsOf } from "~/platform/sql.server";
import type { RewardStatus, StepKind } from "./reward";
import type { Holder } from "./reward-holder";
import type { RewardRow } from "./reward-row";

/** A reward as it begins. */
export type NewReward = Omit<RewardRow, "id" | "version" | "paidAt" | "note">;

const COLUMNS = columnsOf(Prisma.RewardScalarFieldEnum);

export async function findReward(tx: Tx, id: string): Promise<RewardRow | null> {
  const [reward] = await tx.sql.rows<RewardRow>`select ${COLUMNS} from reward where id = ${id}`;
  return reward ?? null;
}

/** Reads a reward FOR UPDATE: whoever wants to change it waits for us. @throws NotFoundError */
export async function lockReward(tx: Tx, id: string): Promise<RewardRow> {
  const [reward] = await tx.sql.rows<RewardRow>`select ${COLUMNS} from reward where id = ${id} for update`;
  if (!reward) throw new NotFoundError("reward", { rewardId: id });
  return reward;
}

/** Locks every reward of a conversion, in one order for everybody. */
export async function lockRewardsOfConversion(tx: Tx, conversionId: string): Promise<RewardRow[]> {
  return await tx.sql.rows<RewardRow>`
    select ${COLUMNS} from reward where conversion_id = ${conversionId} order by id for update`;
}

/** The same of a payment, by whichever conversion it became. */
export async function lockRewardsOfPurchase(tx: Tx, purchaseId: string): Promise<RewardRow[]> {
  return await tx.sql.rows<RewardRow>`
    select ${COLUMNS} from reward where conversion_id in (select id from conversion where purchase_id = ${purchaseId}) order by id for update`;
}

/** Locks what some people's memberships hold that has not left the house, in one order for everybody. */
export async function lockUnsentOfPeople(tx: Tx, personIds: readonly string[]): Promise<RewardRow[]> {
  return await tx.sql.rows<RewardRow>`
    select ${COLUMNS} from reward
     where side = 'champion' and champion_id in (select id from champion where person_id = any(${personIds}))
       and status in ('pending', 'approved', 'payable')
     order by id for update`;
}

/**
 * One at a time per champion: caps (I21) and the automatic limits (W12) are sums over rows that are not there yet,
 * which no row lock covers.
 */
export async function lockChampionSums(tx: Tx, championId: string): Promise<void> {
  tx.sql.send`select pg_advisory_xact_lock(hashtextextended(${`rewards:${championId}`}, 0))`;
}

/** One at a time per program with a budget (W7): it is a sum over the rewards of all its champions. */
export async function lockProgramBudget(tx: Tx, programId: string): Promise<void> {
  tx.sql.send`select pg_advisory_xact_lock(hashtextextended(${`budget:${programId}`}, 0))`;
}

/** What a program granted since a moment, in minor units. Its budget is locked by the caller. */
export async function sumOfProgram(tx: Tx, of: { programId: string; currency: string; since: Date }): Promise<bigint> {
  const [row] = await tx.sql.rows<{ dueMinor: bigint }>`
    select coalesce(sum(due_minor), 0)::bigint as due_minor from reward
     where program_id = ${of.programId} and created_at > ${of.since} and currency = ${of.currency}`;
  return row?.dueMinor ?? 0n;
}

/** The first of its rule, conversion, champion and side (I12). The caller holds the champion's sums, and looked. */
export function insertReward(tx: Tx, reward: NewReward): RewardRow {
  const row: RewardRow = { id: newId("rwd"), version: 1, paidAt: null, note: null, ...reward };
  tx.sql.insert("reward", [row]);
  return row;
}

/** What this rule gave this champion for this conversion; null when nothing yet. */
export async function findRewardOf(
  tx: Tx,
  key: Pick<RewardRow, "ruleKey" | "conversionId" | "championId" | "side" | "milestone">,
): Promise<RewardRow | null> {
  const { ruleKey, conversionId, championId, side, milestone } = key;
  const [row] = await tx.sql.rows<RewardRow>`
    select ${COLUMNS} from reward
     where rule_key = ${ruleKey} and conversion_id = ${conversionId} and champion_id = ${championId} and side = ${side}
       and milestone = ${milestone}`;
  return row ?? null;
}

/** What these conversions earned, oldest first. A milestone counts friends, and stands apart from the one that made it full. */
export async function listRewardsOf(tx: Tx, conversionIds: string[]): Promise<RewardRow[]> {
  return await tx.sql.rows<RewardRow>`select ${COLUMNS} from reward where conversion_id = any(${conversionIds}) and milestone = 0 order by id`;
}

/** What of a reward can change: the columns `updateReward` writes. What it is about never does. */
export type RewardChanges = Partial<
  Pick<
    RewardRow,
    | "paidMinor" | "takenBackMinor" | "dueMinor" | "cutMinor" | "genuine" | "payable" | "status" | "reason" | "holdEndsAt" | "decideBy" | "needsPerson"
    | "approvalsNeeded" | "decidedAt" | "decidedBy" | "paidAt" | "clauseNumber" | "note" | "rail"
  >
>;

/**
 * Compare-and-set: writes only when nobody changed the reward since it was read, and raises its version by one.
 * @throws ConflictError `reward_changed`
 */
export async function updateReward(
  tx: Tx,
  before: RewardRow,
  changes: RewardChanges,
): Promise<RewardRow> {
  const after: RewardRow = { ...before, ...changes };
  const [updated] = await tx.sql.rows<RewardRow>`
    update reward set paid_minor = ${after.paidMinor}, taken_back_minor = ${after.takenBackMinor}, due_minor = ${after.dueMinor},
           cut_minor = ${after.cutMinor}, genuine = ${after.genuine}, payable = ${after.payable}, status = ${after.status}, reason = ${after.reason},
           hold_ends_at = ${after.holdEndsAt}, decide_by = ${after.decideBy}, needs_person = ${after.needsPerson},
           approvals_needed = ${after.approvalsNeeded}, decided_at = ${after.decidedAt}, decided_by = ${after.decidedBy}, paid_at = ${after.paidAt},
           clause_number = ${after.clauseNumber}, note = ${after.note}, rail = ${after.rail}, version = ${before.version} + 1
     where id = ${before.id} and version = ${before.version} returning ${COLUMNS}`;
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
  const { reason = null, amountMinor = null, note = null } = event;
  tx.sql.insert("reward_event", [{ id: newId("evt"), ...event, reason, amountMinor, note }]);
}

export async function listRewardEvents(tx: Tx, rewardId: string) {
  return await tx.rewardEvent.findMany({ where: { rewardId }, orderBy: { version: "asc" } });
}

/** What a champion was granted so far. Minor units of one currency. */
export interface ChampionRecord {
  /** Rewards that payments earned before, whatever became of them (R9). */
  rewardsBefore: number;
  /** Of how many of them a refund or a dispute took something back (R11). */
  takenBackBefore: number;
  /** What was granted in the 30 days before (R10). */
  grantedIn30DaysMinor: bigint;
  /** The same, with what this conversion earned (W7). */
  cappedMinor: bigint;
  /** What was granted for this friend, to the side that is looked at (W7). */
  friendMinor: bigint;
}

/** What a champion was granted besides one conversion, refused rewards apart. Their sums are locked by the caller. */
export async function sumRecord(
  tx: Tx,
  of: { championId: string; referralId: string; side: RewardRow["side"]; currency: string; exceptConversionId: string; since: Date },
): Promise<ChampionRecord> {
  const [row] = await tx.sql.rows<ChampionRecord>`
    select count(*) filter (where other and milestone = 0)::integer as rewards_before,
           count(*) filter (where other and milestone = 0 and taken_back_minor > 0)::integer as taken_back_before,
           coalesce(sum(due_minor) filter (where other and recent), 0)::bigint as "grantedIn30DaysMinor",
           coalesce(sum(due_minor) filter (where recent), 0)::bigint as capped_minor,
           coalesce(sum(due_minor) filter (where friend), 0)::bigint as friend_minor
      from (select due_minor, taken_back_minor, milestone,
                   side = 'champion' and conversion_id <> ${of.exceptConversionId} and status <> 'rejected' as other,
                   side = 'champion' and currency = ${of.currency} and created_at > ${of.since} as recent,
                   side = ${of.side} and currency = ${of.currency} and referral_id = ${of.referralId} and milestone = 0 as friend
              from reward where champion_id = ${of.championId}) as granted`;
  return row ?? { rewardsBefore: 0, takenBackBefore: 0, grantedIn30DaysMinor: 0n, cappedMinor: 0n, friendMinor: 0n };
}

/**
 * How many other friends a champion was thanked for before this one; what the rules alone refused was no thanks, what a
 * person refused later was, so that nobody's number changes by it.
 */
export async function countFriendsThankedBefore(tx: Tx, friend: { championId: string; referralId: string }): Promise<number> {
  const [row] = await tx.sql.rows<{ friends: number }>`
    with thanked as (
      select id, referral_id from reward
       where champion_id = ${friend.championId} and side = 'champion' and not (status = 'rejected' and decided_by not like 'person:%'))
    select count(distinct referral_id)::integer as friends from thanked
     where referral_id <> ${friend.referralId}
       and id < coalesce((select min(id) from thanked where referral_id = ${friend.referralId}), '~')`;
  return row?.friends ?? 0;
}

/** How many friends a champion was thanked for so far, counted in the same way. */
export async function countFriendsThanked(tx: Tx, championId: string): Promise<number> {
  const [row] = await tx.sql.rows<{ friends: number }>`
    select count(distinct referral_id)::integer as friends from reward
     where champion_id = ${championId} and side = 'champion' and not (status = 'rejected' and decided_by not like 'person:%')`;
  return row?.friends ?? 0;
}

/** The sum the machine itself approved for somebody since a moment, in minor units (W12). */
export async function sumAutoApprovedSince(
  tx: Tx,
  where: { holder: Holder; currency: string; since: Date },
): Promise<bigint> {
  const { _sum } = await tx.reward.aggregate({
    where: {
      ...where.holder,
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
  const [champion] = await tx.sql.rows<{ personId: string }>`select person_id from champion where id = ${championId}`;
  if (!champion) throw new NotFoundError("champion", { championId });
  return champion.personId;
}
