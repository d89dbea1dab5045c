import { postNewTransaction } from "~/ledger/post-new-transaction.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { endOfBusinessDay, type BusinessCalendar } from "~/programs/business-calendar";
import { worthOf } from "~/programs/benefit";
import type { ProgramRules } from "~/programs/program-rules";
import type { RewardRule } from "~/programs/reward-rule";
import { approvalOf } from "~/programs/rule-approval";
import { limitsFor, rewardFor, type RewardBasis, type RewardWorth } from "~/programs/reward-worth";
import { clauseNumberFor } from "~/programs/terms";
import { acceptedClauses } from "./accepted-clauses.server";
import { standingAtGrant, type TrustFinding } from "./reward-standing";
import { postingsBetween } from "./reward-postings";
import type { RewardRow } from "./reward-row";
import { findRewardOf, insertReward, insertRewardEvent, lockChampionSums, lockProgramBudget, sumOfProgram, sumRecord, type ChampionRecord } from "./reward-store.server";

export type { ChampionRecord };

const DAY_MS = 86_400_000;
const CAP_WINDOW_DAYS = 30;

export interface GrantRewardInput {
  /** What the worth is counted on; null for a milestone. */
  basis: RewardBasis | null;
  /** Which milestone it is given for; 0 for what a payment earned. */
  milestone: number;
  programId: string;
  programVersionId: string;
  conversionId: string;
  referralId: string;
  championId: string;
  side: "champion" | "friend";
  /** The rule of the version that gives it. */
  rule: RewardRule;
  rules: ProgramRules;
  calendar: BusinessCalendar;
  currency: string;
  /** What the friend paid, all in: refunds take back in proportion to it (M4). Of a milestone what it is worth. */
  paidMinor: bigint;
  paidAt: Date;
  /** When the provider settles, if that is known and later than the hold (W9). */
  settlesAt?: Date | null;
  /** The strictest finding of the trust checks, which look at what the champion was granted before; under their lock. */
  trust: (record: Promise<ChampionRecord>) => Promise<TrustFinding>;
  /** Why a genuine recommendation can earn nothing at all, such as another currency (M13). */
  unpayableBecause?: string;
  by: string;
}

export interface GrantedReward {
  reward: RewardRow;
  /** True when this rule rewarded this conversion or milestone before; nothing new was written. */
  duplicate: boolean;
}

/**
 * Grants what a purchase earned the champion or the friend, once per rule, conversion, champion and side (I12, W8), within the
 * caps of champion, friend and program (W7, I21). What earns nothing is kept as a refused reward with its reason (W1), so that it can be explained.
 */
export async function grantReward(
  input: GrantRewardInput,
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<GrantedReward> {
  return await db.transaction("grant-reward", async (tx) => {
    const now = clock.now();
    await lockChampionSums(tx, input.championId);
    const { championId, side, programId, referralId, currency, rules, conversionId: exceptConversionId } = input;
    const hasBudget = rules.budgetPer30DaysMinor !== null;
    if (hasBudget) await lockProgramBudget(tx, programId);
    const since = new Date(now.getTime() - CAP_WINDOW_DAYS * DAY_MS);
    const sums = sumRecord(tx, { championId, side, referralId, currency, exceptConversionId, since });
    const [record, programMinor, standing, trust] = await Promise.all([
      sums,
      hasBudget ? sumOfProgram(tx, { programId, currency, since }) : 0n,
      findRewardOf(tx, { ...input, ruleKey: input.rule.key }),
      input.trust(sums),
    ]);
    if (standing) return { reward: standing, duplicate: true };

    const worth = rewardFor(limitsFor(rules, side), input.rule, input.basis, {
      championMinor: record.cappedMinor,
      friendMinor: record.friendMinor,
      programMinor,
    });
    const row = newReward(input, worth, trust, now);
    const clauses = row.status === "rejected" ? await acceptedClauses(tx, championId, now) : [];
    const reward = insertReward(tx, { ...row, clauseNumber: clauseNumberFor(clauses, row.reason) });
    await insertRewardEvent(tx, {
      rewardId: reward.id,
      version: 1,
      kind: "grant_reward",
      fromStatus: null,
      toStatus: reward.status,
      reason: reward.reason,
      amountMinor: reward.dueMinor,
      by: input.by,
      occurredAt: now,
    });
    const entries = postingsBetween(reward, null, reward);
    if (entries.length > 0) {
      await postNewTransaction(tx, {
        kind: "grant_reward",
        idemKey: `grant_reward:${reward.id}`,
        subject: reward.id,
        by: input.by,
        occurredAt: now,
        entries,
      });
    }
    return { reward, duplicate: false };
  });
}

/** The row as it begins: its worth, its three answers (W1), the end of its hold (W9) and the promised decision (W21). */
function newReward(input: GrantRewardInput, worth: RewardWorth, trust: TrustFinding, now: Date) {
  const { rules, calendar, paidAt, settlesAt, by } = input;
  const { approval, holdDays } = approvalOf(rules, input.rule);
  const holdEnd = new Date(paidAt.getTime() + holdDays * DAY_MS);
  const settlesLater = !!settlesAt && settlesAt > holdEnd;
  const holdEndsAt = settlesLater ? settlesAt : holdEnd;
  const standing = standingAtGrant({ worth, rules: { ...rules, approval }, trust, unpayableBecause: input.unpayableBecause, settlesLater });
  const refused = standing.status === "rejected";
  // A refused one keeps what it would have been, so that an upheld appeal knows, and how many must agree to it (W12).
  const grantedMinor = refused ? worthOf(input.rule.worth, input.basis?.baseMinor ?? 0n) : worth.amountMinor;
  return {
    ruleKey: input.rule.key,
    milestone: input.milestone,
    conversionId: input.conversionId,
    championId: input.championId,
    side: input.side,
    programId: input.programId,
    programVersionId: input.programVersionId,
    referralId: input.referralId,
    currency: input.currency,
    grantedMinor,
    dueMinor: refused ? 0n : worth.amountMinor,
    cutMinor: worth.cutMinor,
    paidMinor: input.paidMinor,
    takenBackMinor: 0n,
    ...standing,
    approvalsNeeded: grantedMinor > rules.twoAdminsAboveMinor ? 2 : 1,
    holdEndsAt,
    decideBy: endOfBusinessDay(calendar, holdEndsAt > now ? holdEndsAt : now),
    decidedAt: refused ? now : null,
    decidedBy: refused ? by : null,
    rail: input.side === "friend" ? rules.friendRail : rules.rail,
    createdAt: now,
  };
}
