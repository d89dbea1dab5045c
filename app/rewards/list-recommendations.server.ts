import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import type { Tx } from "~/platform/db.server";
import { standingOf, weekOf, type Standing } from "./recommendation";
import { viewedRewards, type RewardToView } from "./viewed-rewards.server";

const DAY_MS = 86_400_000;

export interface RecommendationLine extends Standing {
  /** Of the bind (`ref_`), the claim (`clk_`) or the touch that lost (`tch_`). */
  id: string;
  /** Only where the friend agreed to it (S5). */
  initial: string | null;
  linkId: string;
  /** A code was typed at the checkout; otherwise they came through the link. */
  byCode: boolean;
  /** When it began: the visit, or the Monday of the week in which the code was typed (S5). */
  since: Date;
  /** The Monday of the week of the newest purchase (S5). */
  boughtInWeek: Date | null;
  /** The newest reward, when there is one. */
  rewardId: string | null;
  /** The decision that speaks about it. */
  conversionId: string | null;
}

interface Recommender {
  championId: string;
  zone: string;
  /** A1: how long a claim counts. */
  memoryDays: number;
}

/** What became of everything a champion shared, newest first: binds, claims not yet used, and touches that lost (S1). */
export async function listRecommendations(
  { championId, zone, memoryDays }: Recommender,
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<RecommendationLine[]> {
  return await db.transaction("list-recommendations", async (tx) => {
    const now = clock.now();
    const touches = await tx.touch.findMany({
      where: { championId },
      select: { id: true, kind: true, source: true, touchedAt: true },
    });
    const claims = await claimsOf(tx, championId);
    const claimOf = new Map(
      touches.map(({ id, source }) => [id, claims.find(({ clickId }) => clickId === source)]),
    );
    const rewards = await viewedRewards(tx, { championId });
    const referrals = await tx.referral.findMany({ where: { championId } });
    const conversions = await tx.conversion.findMany({
      where: { referralId: { in: referrals.map(({ id }) => id) }, outcome: "attributed" },
      orderBy: { occurredAt: "desc" },
      select: { id: true, referralId: true, purchaseId: true, occurredAt: true },
    });
    const nothing = { now, bound: null, lostBecause: null, purchased: false, reward: null };

    // A code is touched when it is typed, which is at the payment: that is told by its week.
    const sinceOf = (touchedAt: Date, byCode: boolean) => (byCode ? weekOf(touchedAt, zone) : touchedAt);
    const binds = referrals.map((referral): RecommendationLine => {
      const touch = touches.find(({ id }) => id === referral.touchId);
      const byCode = touch?.kind === "code";
      const decided = conversions.filter(({ referralId }) => referralId === referral.id);
      const newest = decided.find(({ purchaseId }) => purchaseId !== null);
      const reward = newestOf(decided.map(({ id }) => id), rewards);
      const { qualifyUntil, voidReason } = referral;
      return {
        id: referral.id,
        initial: referral.friendInitial,
        linkId: referral.linkId,
        byCode,
        since: sinceOf(touch?.touchedAt ?? referral.boundAt, byCode),
        boughtInWeek: newest ? weekOf(newest.occurredAt, zone) : null,
        rewardId: reward?.id ?? null,
        conversionId: (newest ?? decided[0])?.id ?? null,
        ...standingOf({
          ...nothing,
          memoryUntil: now,
          bound: { qualifyUntil, voidReason },
          purchased: newest !== undefined,
          reward,
        }),
      };
    });
    const lost = (await lostTouches(tx, championId)).map(
      ({ touchId, linkId, byCode, touchedAt, reason, conversionId }): RecommendationLine => ({
        id: touchId,
        initial: claimOf.get(touchId)?.initial ?? null,
        linkId,
        byCode,
        since: sinceOf(touchedAt, byCode),
        boughtInWeek: null,
        rewardId: null,
        conversionId,
        ...standingOf({ ...nothing, memoryUntil: now, lostBecause: reason }),
      }),
    );
    const used = new Set(touches.map(({ source }) => source));
    const waiting = claims
      .filter(({ clickId }) => !used.has(clickId))
      .map(
        ({ clickId, linkId, initial, claimedAt }): RecommendationLine => ({
          id: clickId,
          initial,
          linkId,
          byCode: false,
          since: claimedAt,
          boughtInWeek: null,
          rewardId: null,
          conversionId: null,
          ...standingOf({ ...nothing, memoryUntil: new Date(claimedAt.getTime() + memoryDays * DAY_MS) }),
        }),
      );
    return [...binds, ...lost, ...waiting].sort((a, b) => b.since.getTime() - a.since.getTime());
  });
}

/**
 * What the newest payment earned that earned something; the one that is due, where a payment was first taken for another
 * kind and thanked for by another rule.
 */
function newestOf(newestFirst: readonly string[], rewards: readonly RewardToView[]): RewardToView | null {
  const all = newestFirst.flatMap((id) => rewards.filter(({ conversionId }) => conversionId === id));
  const { conversionId } = all[0] ?? {};
  return all.find((reward) => reward.conversionId === conversionId && reward.dueMinor > 0n) ?? all[0] ?? null;
}

async function claimsOf(tx: Tx, championId: string) {
  const links = await tx.link.findMany({ where: { championId }, select: { id: true } });
  return await tx.claim.findMany({
    where: { linkId: { in: links.map(({ id }) => id) } },
    orderBy: { claimedAt: "desc" },
  });
}

interface LostTouch {
  touchId: string;
  linkId: string;
  byCode: boolean;
  touchedAt: Date;
  reason: string;
  conversionId: string;
}

/** Touches of this champion that were weighed for a sign-up or payment and lost, once each; those that brought a bind apart. */
async function lostTouches(tx: Tx, championId: string) {
  return await tx.$queryRaw<LostTouch[]>`
    select distinct on (t.id) t.id as "touchId", t.link_id as "linkId", t.kind = 'code' as "byCode", t.touched_at as "touchedAt",
           ct.reason, ct.conversion_id as "conversionId"
      from touch t
      join conversion_touch ct on ct.touch_id = t.id and not ct.won and ct.reason is not null
      join conversion c on c.id = ct.conversion_id
     where t.champion_id = ${championId}
       and not exists (select 1 from referral r where r.touch_id = t.id)
       and not exists (select 1 from conversion_touch w where w.touch_id = t.id and w.won)
     order by t.id, c.occurred_at`;
}
