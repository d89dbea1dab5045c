import { reportDb, type Deps } from "~/platform/deps.server";
import { countOfChampion, findCaseFriend, listSimilarCases } from "./case-store.server";
import type { ReviewCase } from "./review-case";

const SIMILAR_AT_MOST = 8;

/** Who is before the person that judges: both people, and what became of others who were doubted for the same cause. */
export async function readReviewCase(
  of: { rewardId: string; conversionId: string; championId: string },
  { db = reportDb }: Pick<Deps, "db"> = {},
): Promise<ReviewCase> {
  return await db.transaction("read-review-case", async (tx) => ({
    friend: await findCaseFriend(tx, of.conversionId),
    champion: await countOfChampion(tx, of),
    similar: await listSimilarCases(tx, of, SIMILAR_AT_MOST),
  }));
}
