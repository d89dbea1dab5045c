import { rewardBase } from "~/commerce/purchase";
import type { RefundStatus } from "~/commerce/refund-status";
import { isOfCurrency, takenBackOf, type DisputeFact, type RefundFact } from "~/commerce/taken-back";
import { reportDb, systemClock, type Deps } from "~/platform/deps.server";
import { groupKey } from "~/programs/reward-rule";
import type { ReplayFacts, ReplayPayment } from "./replay-facts";
import { momentsOf, type PaymentHistory, type TakenBackStep } from "./replay-moments";
import { listFriendsBefore, listGroupsOf, listPayments, listSetbacksOf, type LineRow, type PaymentRow, type SetbackRow } from "./replay-store.server";

const DAY_MS = 86_400_000;
/** Caps look back so far from the first payment that is replayed (W7). */
const BEFORE_DAYS = 31;

export interface ReplayWindow {
  programId: string;
  currency: string;
  since: Date;
  until?: Date;
}

/** What a replay of a program's payments needs, in four statements: it reads, and writes nothing. */
export async function readReplayFacts(
  { programId, currency, since, until: asked }: ReplayWindow,
  { db = reportDb, clock = systemClock }: Deps = {},
): Promise<ReplayFacts> {
  const from = new Date(+since - BEFORE_DAYS * DAY_MS);
  const until = asked ?? clock.now();
  const window = { programId, from, until };
  const [payments, setbacks, lines, before] = await db.transaction("read-replay-facts", (tx) =>
    Promise.all([listPayments(tx, window), listSetbacksOf(tx, window), listGroupsOf(tx, window), listFriendsBefore(tx, { programId, currency, from })]),
  );
  const back = byPurchase(setbacks);
  const groups = byPurchase(lines);
  const histories = payments.map((row) => historyOf(row, back.get(row.purchaseId) ?? [], groups.get(row.purchaseId) ?? []));
  const thanked = new Map<string, number>();
  for (const { championId, number } of before) if (number !== null) thanked.set(championId, (thanked.get(championId) ?? 0) + 1);
  return {
    since, until, thanked,
    friends: new Map(before.map(({ referralId, ...friend }) => [referralId, friend])),
    moments: momentsOf(histories),
    payments: histories.filter(({ payment }) => payment.paidAt >= since).length,
  };
}

const NO_GROUPS: ReplayPayment["groups"] = new Map();

function historyOf(row: PaymentRow, setbacks: readonly SetbackRow[], lines: readonly LineRow[]): PaymentHistory {
  const { conversionId, referralId, championId, versionId, paidAt, earnedAt, currency, paidMinor, renews } = row;
  const { ruleKey, grantedMinor, reason, refused, decidedAt } = row;
  return {
    payment: {
      conversionId, referralId, championId, versionId, paidAt, earnedAt, currency, paidMinor, renews,
      baseMinor: rewardBase(row),
      groups: lines.length === 0 ? NO_GROUPS : groupsOf(lines),
      real: ruleKey === null ? null : { ruleKey, grantedMinor, reason, refused, decidedAt },
    },
    rank: row.rank,
    takenBack: stepsOf(row, setbacks),
  };
}

function groupsOf(lines: readonly LineRow[]): Map<string, bigint> {
  const groups = new Map<string, bigint>();
  for (const { group, netMinor } of lines) groups.set(groupKey(group), (groups.get(groupKey(group)) ?? 0n) + netMinor);
  return groups;
}

/** What was taken back after each refund and dispute, in the order in which they were heard of (M4, M9). */
function stepsOf({ paidMinor, currency }: PaymentRow, setbacks: readonly SetbackRow[]): TakenBackStep[] {
  const refunds: RefundFact[] = [];
  const disputes: DisputeFact[] = [];
  const steps: TakenBackStep[] = [];
  for (const row of setbacks) {
    const { kind, status, amountMinor, fundsWithdrawn, recordedAt: at, rank } = row;
    if (kind === null) disputes.push({ status, amountMinor, fundsWithdrawn });
    else if (isOfCurrency(row, currency)) refunds.push({ kind, status: status as RefundStatus, amountMinor });
    const { takenBackMinor } = takenBackOf(paidMinor, refunds, disputes);
    if (takenBackMinor !== (steps.at(-1)?.takenBackMinor ?? 0n)) steps.push({ at, rank, takenBackMinor });
  }
  return steps;
}

function byPurchase<Row extends { purchaseId: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const map = new Map<string, Row[]>();
  for (const row of rows) {
    const known = map.get(row.purchaseId);
    if (known) known.push(row);
    else map.set(row.purchaseId, [row]);
  }
  return map;
}
