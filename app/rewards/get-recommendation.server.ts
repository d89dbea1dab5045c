import { within } from "~/platform/db.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { NotFoundError } from "~/platform/errors";
import {
  championStepsOf,
  getChampionReward,
  type ChampionReward,
  type ShownStep,
} from "./get-champion-reward.server";
import { listRecommendations, type RecommendationLine } from "./list-recommendations.server";

export interface ShownRecommendation {
  line: RecommendationLine;
  /** Null while nothing was earned by it. */
  reward: ChampionReward | null;
  steps: ShownStep[];
}

/** One recommendation with everything its champion may know of it (S3, S4). @throws NotFoundError */
export async function getRecommendation(
  { id, championId, zone, memoryDays }: { id: string; championId: string; zone: string; memoryDays: number },
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<ShownRecommendation> {
  return await db.transaction("get-recommendation", async (tx) => {
    const joined = { db: within(tx), clock };
    const line = (await listRecommendations({ championId, zone, memoryDays }, joined)).find(
      (each) => each.id === id,
    );
    if (!line) throw new NotFoundError("recommendation", { id });
    const { rewardId, conversionId } = line;
    if (rewardId) {
      const reward = await getChampionReward({ rewardId, championId, zone, now: clock.now() }, joined);
      return { line, reward, steps: reward.steps };
    }
    return {
      line,
      reward: null,
      steps: conversionId ? await championStepsOf(tx, { conversionId, championId }) : [],
    };
  });
}
