import { countApplications } from "~/champions/count-applications.server";
import { countCollected } from "~/fulfilment/count-collected.server";
import { countGiftsToSend } from "~/fulfilment/count-gifts-to-send.server";
import { countDrifts } from "~/fulfilment/list-drifts.server";
import { countPrizesToSend } from "~/fulfilment/count-prizes-to-send.server";
import { rootDb, type Deps } from "~/platform/deps.server";
import { countWaitingRewards } from "~/rewards/count-waiting-rewards.server";
import { countQuestions } from "~/rewards/list-questions.server";

/** What stands beside the desk's tabs: how much waits for a person behind each. */
export async function countWhatWaits({ db = rootDb }: Pick<Deps, "db"> = {}) {
  return db.transaction("count-what-waits", async (tx) => {
    const [queue, applications, questions, differences, gifts, prizes, donations] = await Promise.all([
      countWaitingRewards(tx), countApplications(tx), countQuestions(tx), countDrifts(tx), countGiftsToSend(tx), countPrizesToSend(tx), countCollected(tx),
    ]);
    return { queue, applications, questions, differences, gifts, prizes, donations };
  });
}
