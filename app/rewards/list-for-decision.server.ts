import { rootDb, type Deps } from "~/platform/deps.server";
import { isLocale, type Locale } from "~/platform/locale";
import type { Side } from "~/programs/reward-side";
import type { Clause } from "~/programs/terms";
import { acceptedClauses } from "./accepted-clauses.server";
import { isUndecided, type RewardStatus } from "./reward";

export interface RewardToDecide {
  rewardId: string;
  version: number;
  championName: string;
  side: Side;
  personId: string;
  /** The language the champion reads. */
  locale: Locale;
  dueMinor: bigint;
  currency: string;
  status: RewardStatus;
  reason: string | null;
  approvalsNeeded: number;
  holdEndsAt: Date;
  decidable: boolean;
  /** The clauses that bound this champion when it was granted. */
  clauses: Clause[];
}

/** The rewards somebody picked, in the order they were promised; unknown ids are left out. */
export async function listForDecision(
  rewardIds: string[],
  { db = rootDb }: Deps = {},
): Promise<RewardToDecide[]> {
  return await db.transaction("list-for-decision", async (tx) => {
    const rewards = await tx.reward.findMany({
      where: { id: { in: rewardIds } },
      orderBy: [{ decideBy: "asc" }, { id: "asc" }],
    });
    const champions = await tx.champion.findMany({
      where: { id: { in: rewards.map(({ championId }) => championId) } },
    });
    const people = await tx.person.findMany({
      where: { id: { in: champions.map(({ personId }) => personId) } },
      select: { id: true, locale: true },
    });
    const rows: RewardToDecide[] = [];
    for (const reward of rewards) {
      const champion = champions.find(({ id }) => id === reward.championId);
      const locale = people.find(({ id }) => id === champion?.personId)?.locale;
      const {
        id: rewardId,
        side,
        version,
        dueMinor,
        currency,
        status,
        reason,
        approvalsNeeded,
        holdEndsAt,
      } = reward;
      rows.push({
        rewardId,
        side,
        version,
        dueMinor,
        currency,
        status,
        reason,
        approvalsNeeded,
        holdEndsAt,
        championName: champion?.displayName ?? "",
        personId: champion?.personId ?? "",
        locale: isLocale(locale) ? locale : "en",
        decidable: isUndecided(status) && reason !== "dispute_open",
        clauses: await acceptedClauses(tx, reward.championId, reward.createdAt),
      });
    }
    return rows;
  });
}
