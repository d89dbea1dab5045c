import { readFriendRecords } from "~/attribution/read-friend.server";
import { listChampions } from "~/champions/list-champions.server";
import { within, type Tx } from "~/platform/db.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import type { RewardRow } from "~/rewards/reward-row";
import { listRewardsOfConversions } from "~/rewards/rewards-of-friend.server";
import { attributeByHand, type AttributeByHandInput } from "./attribute-by-hand.server";
import { lockFriendOfConversion } from "./lock-friend-of-conversion.server";

export interface RewardChange {
  name: string;
  currency: string;
  /** What was due before; null when there was no such reward. */
  beforeMinor: bigint | null;
  afterMinor: bigint;
  /** Why nothing is granted or what it waits for. */
  reason: string | null;
}

export interface HandEffect {
  /** How many sales of this friend would count for somebody else than now. */
  sales: number;
  rewards: RewardChange[];
}

/** Carries the effect out of a transaction that must leave nothing behind. */
class Undone extends Error {
  constructor(readonly effect: HandEffect) {
    super("a preview is undone");
  }
}

/**
 * What deciding by hand would do, told before the click: it is done by the same code and undone, so that the two cannot
 * differ. @throws as `attributeByHand`
 */
export async function previewHandAttribution(
  input: Omit<AttributeByHandInput, "reason">,
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<HandEffect> {
  try {
    return await db.transaction("preview-hand-attribution", async (tx): Promise<never> => {
      const before = await standingOf(tx, input.conversionId);
      await attributeByHand({ ...input, reason: "preview" }, { db: within(tx), clock });
      throw new Undone(await changeOf(tx, before, await standingOf(tx, input.conversionId)));
    });
  } catch (error) {
    if (error instanceof Undone) return error.effect;
    throw error;
  }
}

interface Standing {
  /** Whose each sale of the friend is, by conversion. */
  owners: Map<string, string | null>;
  rewards: RewardRow[];
}

async function standingOf(tx: Tx, conversionId: string): Promise<Standing> {
  const friend = await lockFriendOfConversion(tx, conversionId);
  const purchaseIds = friend.purchases.map(({ id }) => id);
  const { conversions } = await readFriendRecords(tx, { customerIds: [], purchaseIds, organisationIds: [] });
  return {
    owners: new Map(conversions.map(({ id, championId }) => [id, championId])),
    rewards: await listRewardsOfConversions(tx, conversions.map(({ id }) => id)),
  };
}

async function changeOf(tx: Tx, before: Standing, after: Standing): Promise<HandEffect> {
  const was = (id: string) => before.rewards.find((reward) => reward.id === id);
  const changed = after.rewards.filter(({ id, dueMinor, status }) => was(id)?.dueMinor !== dueMinor || was(id)?.status !== status);
  const champions = await listChampions(tx, { ids: changed.map(({ championId }) => championId) });
  return {
    sales: [...after.owners].filter(([id, owner]) => before.owners.get(id) !== owner).length,
    rewards: changed.map(({ id, championId, currency, dueMinor, status, reason }) => ({
      name: champions.find((champion) => champion.id === championId)?.displayName ?? "",
      currency,
      beforeMinor: was(id)?.dueMinor ?? null,
      afterMinor: status === "rejected" ? 0n : dueMinor,
      reason,
    })),
  };
}
