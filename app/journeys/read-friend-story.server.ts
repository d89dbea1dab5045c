import { latestByHand } from "~/attribution/decide-by-hand";
import type { Bind, ChampionFact, FriendHistory, HandFact, ProgramFact } from "~/attribution/friend-history";
import { presentedTouches } from "~/attribution/presented-touches";
import { NO_RECORDS, readFriendRecords, recordTouches, type FriendRecords, type ReferralRow } from "~/attribution/read-friend.server";
import { listChampionsWithOwners, type Champion, type ChampionOwner } from "~/champions/get-champion.server";
import type { Friend } from "~/commerce/lock-friend.server";
import { readTakenBack, type ReadTakenBack } from "~/commerce/read-taken-back.server";
import { within, type Tx } from "~/platform/db.server";
import { getCompany } from "~/programs/get-company.server";
import { getProgramWithVersions } from "~/programs/get-program-with-versions.server";
import type { Program, ProgramVersion } from "~/programs/program";
import type { RewardRow } from "~/rewards/reward-row";
import { hasLeft, isDecided, listRewardsOfConversions } from "~/rewards/rewards-of-friend.server";
import { readPresented, type Handover, type Presented } from "./read-presented.server";

/** Everything a decision about one friend needs, from all the rooms. */
export interface FriendStory {
  friend: Friend;
  facts: FriendHistory;
  presented: Presented;
  records: FriendRecords;
  /** What payments earned, milestones apart. */
  rewards: RewardRow[];
  /** What refunds and disputes make of each payment. */
  takenBack: Map<string, ReadTakenBack>;
  champions: Map<string, Champion>;
  /** The people behind the champions. */
  owners: Map<string, ChampionOwner>;
  /** As mails name it. */
  companyName: string;
  programs: Map<string, Program>;
  /** Every version that may be frozen in a bind. */
  versions: Map<string, ProgramVersion>;
  /** Rewards that were decided for the champion who has the friend; so decision and bind behind them stand (A6). */
  decided: RewardRow[];
  /** The bind that can no longer change (A6). */
  frozen: ReferralRow | null;
  /** What staff decided about the friend, if anything; the latest (A19). */
  hand: HandFact | null;
}

/** Collects the facts about a friend whose rows are locked, and keeps what was presented. */
export async function readFriendStory(tx: Tx, friend: Friend, handovers: readonly Handover[], now: Date): Promise<FriendStory> {
  const told = [...friend.purchases, ...friend.joined];
  const [presented, kept, takenBack] = await Promise.all([
    readPresented(tx, handovers),
    friend.isNew ? NO_RECORDS : readFriendRecords(tx, {
      customerIds: friend.customers.map(({ id }) => id),
      purchaseIds: told.map(({ id }) => id),
      organisationIds: friend.organisationId ? [friend.organisationId] : [],
    }),
    readTakenBack(tx, told),
  ]);
  const records = { ...kept, touches: await recordTouches(tx, kept.touches, presented.touches, now) };
  const rewards = await listRewardsOfConversions(tx, records.conversions.map(({ id }) => id));
  const byHand = records.byHand.map((row) => handFact(row, friend));
  const hand = latestByHand(byHand);
  const decided = decidedRewards(rewardsThatStay(rewards, records, friend), records.referrals, hand);
  const frozen = records.referrals.find(({ id }) => decided.some(({ referralId }) => referralId === id)) ?? null;
  const touches = presentedTouches(records.touches, presented.carried);

  const bound = [...touches, ...(frozen ? [frozen] : []), ...(hand?.to ? [hand.to] : [])];
  const programIds = [...new Set(bound.map(({ programId }) => programId))];
  const championIds = [...new Set(bound.map(({ championId }) => championId))];
  const [found, { name: companyName }, ...published] = await Promise.all([
    listChampionsWithOwners(tx, championIds),
    getCompany({ db: within(tx) }),
    ...programIds.map((id) => getProgramWithVersions(tx, id)),
  ]);
  const owners = new Map(found.map(({ champion, owner }) => [champion.id, owner]));
  const programs = new Map(published.map(({ program }) => [program.id, program]));
  const byHint = (hint: string | null) =>
    [...programs.values()].find(({ id, slug }) => hint !== null && (id === hint || slug === hint))?.id ?? null;
  return {
    friend, presented, records, rewards, takenBack, owners, companyName, programs, decided, frozen, hand,
    champions: new Map(found.map(({ champion }) => [champion.id, champion])),
    versions: new Map(published.flatMap(({ versions }) => versions.map((version) => [version.id, version]))),
    facts: {
      payments: friend.purchases.map(({ id, key, occurredAt, programHint }) => ({ id, key, at: occurredAt, programId: byHint(programHint) })),
      leads: records.leads,
      touches,
      brokenTokens: presented.broken,
      champions: new Map(found.map(({ champion, owner }) => [champion.id, championFact(champion, owner.emailHash, friend)])),
      programs: new Map(published.map(({ program, versions }) => [program.id, programFact(program, versions)])),
      paidSince: friend.paidSince,
      byHand,
      frozenBind: frozen && bindOf(frozen),
    },
  };
}

/**
 * Rewards somebody decided for the champion their bind still names (A6). What staff decided by hand overrules such a
 * decision for another champion, unless the reward has left the house (A19).
 */
function decidedRewards(rewards: readonly RewardRow[], referrals: readonly ReferralRow[], hand: HandFact | null): RewardRow[] {
  return rewards.filter((reward) => {
    const bind = referrals.find(({ id, voidReason }) => id === reward.referralId && voidReason === null);
    if (!isDecided(reward) || bind?.championId !== reward.championId) return false;
    return hand === null || hand.to?.championId === reward.championId || hasLeft(reward);
  });
}

/** Those that did not come of a payment which counts as another one by now (M10). */
function rewardsThatStay(rewards: readonly RewardRow[], { conversions }: FriendRecords, { joined }: Friend): RewardRow[] {
  const ended = conversions.filter(({ purchaseId }) => joined.some(({ id }) => id === purchaseId));
  return rewards.filter(({ conversionId }) => !ended.some(({ id }) => id === conversionId));
}

/** What was decided about a payment that counts as another one was decided about that one (M10). */
function handFact({ id, purchaseId, leadId, decidedAt, programId, championId, linkId }: FriendRecords["byHand"][number], { joined }: Friend): HandFact {
  const to = programId && championId && linkId ? { programId, championId, linkId } : null;
  const countsAs = joined.find((purchase) => purchase.id === purchaseId)?.joinedInto;
  return { id, momentId: countsAs ?? purchaseId ?? leadId ?? "", decidedAt, to };
}

function programFact({ id, status }: Program, newestFirst: readonly ProgramVersion[]): ProgramFact {
  const versions = [...newestFirst].reverse().map((version) => ({
    id: version.id,
    publishedAt: version.publishedAt,
    model: version.rules.model,
    clickMemoryDays: version.rules.clickMemoryDays,
    qualifyDays: version.rules.qualifyDays,
  }));
  return { id, ended: status === "ended", versions };
}

/** R1: the champion's own customer or address among the friend's names. */
function championFact(champion: Champion, emailHash: string | null, friend: Friend): ChampionFact {
  const { id, status, pausedAt, leftAt, personId } = champion;
  const sameCustomer = friend.customers.some((customer) => customer.personId === personId);
  const sameEmail = emailHash !== null && friend.emailHashes.includes(emailHash);
  return { id, status, pausedAt, leftAt, sameAsFriend: sameCustomer ? "customer" : sameEmail ? "email" : null };
}

function bindOf(referral: ReferralRow): Bind {
  const { programId, programVersionId, championId, linkId, touchId, handAttributionId, boundAt, qualifyUntil } = referral;
  return { programId, versionId: programVersionId, championId, linkId, touchId, handId: handAttributionId, boundAt, qualifyUntil };
}
