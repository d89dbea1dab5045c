import { rewardBase } from "~/commerce/purchase";
import { reportDb, systemClock, type Deps } from "~/platform/deps.server";
import { groupKey } from "~/programs/reward-rule";
import type { Side } from "~/programs/reward-side";
import { byPurchase } from "./by-purchase";
import { friendKey, type RealReward, type ReplayFacts, type ReplayPayment } from "./replay-facts";
import { momentsOf, type PaymentHistory } from "./replay-moments";
import { listFriendsBefore, listFriendsOwn, listGroupsOf, listPayments, listSetbacksOf, type LineRow, type PaymentRow, type SetbackRow } from "./replay-store.server";
import { takenBackSteps } from "./taken-back-steps";

const DAY_MS = 86_400_000;
/** Caps look back so far from the first payment that is replayed (W7). */
const BEFORE_DAYS = 31;

export interface ReplayWindow {
  programId: string;
  currency: string;
  since: Date;
  until?: Date;
}

/** What a replay of a program's payments needs, in five statements: it reads, and writes nothing. */
export async function readReplayFacts(
  { programId, currency, since, until: asked }: ReplayWindow,
  { db = reportDb, clock = systemClock }: Deps = {},
): Promise<ReplayFacts> {
  const from = new Date(+since - BEFORE_DAYS * DAY_MS);
  const until = asked ?? clock.now();
  const window = { programId, from, until };
  const [payments, friendsOwn, setbacks, lines, before] = await db.transaction("read-replay-facts", (tx) =>
    Promise.all([listPayments(tx, window), listFriendsOwn(tx, window), listSetbacksOf(tx, window), listGroupsOf(tx, window), listFriendsBefore(tx, { programId, currency, from })]),
  );
  const back = byPurchase(setbacks);
  const groups = byPurchase(lines);
  const own = new Map(friendsOwn.map(({ conversionId, ...real }) => [conversionId, real]));
  const histories = payments.flatMap((row) => historiesOf(row, own.get(row.conversionId) ?? null, back.get(row.purchaseId) ?? [], groups.get(row.purchaseId) ?? []));
  const thanked = new Map<string, number>();
  for (const { side, championId, number } of before) if (side === "champion" && number !== null) thanked.set(championId, (thanked.get(championId) ?? 0) + 1);
  return {
    since, until, thanked,
    friends: new Map(before.map((friend) => [friendKey(friend), friend])),
    moments: momentsOf(histories),
    payments: payments.filter(({ paidAt }) => paidAt >= since).length,
  };
}

const NO_GROUPS: ReplayPayment["groups"] = new Map();

/** A payment as each side looks at it, the champion first, as it is granted. */
function historiesOf(row: PaymentRow, own: RealReward | null, setbacks: readonly SetbackRow[], lines: readonly LineRow[]): PaymentHistory[] {
  const { conversionId, referralId, championId, versionId, paidAt, earnedAt, currency, paidMinor, renews } = row;
  const { ruleKey, grantedMinor, reason, refused, decidedAt } = row;
  const takenBack = takenBackSteps(row, setbacks);
  const real = ruleKey === null ? null : { ruleKey, grantedMinor, reason, refused, decidedAt };
  const seenBy = (side: Side, earned: RealReward | null, rank: string): PaymentHistory => ({
    payment: {
      side, conversionId, referralId, championId, versionId, paidAt, earnedAt, currency, paidMinor, renews,
      baseMinor: rewardBase(row),
      groups: lines.length === 0 ? NO_GROUPS : groupsOf(lines),
      real: earned,
    },
    rank, takenBack,
  });
  return [seenBy("champion", real, row.rank), seenBy("friend", own, `${row.rank}f`)];
}

function groupsOf(lines: readonly LineRow[]): Map<string, bigint> {
  const groups = new Map<string, bigint>();
  for (const { group, netMinor } of lines) groups.set(groupKey(group), (groups.get(groupKey(group)) ?? 0n) + netMinor);
  return groups;
}
