import { within } from "~/platform/db.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { log } from "~/platform/log.server";
import { getProgram } from "~/programs/get-program.server";
import { getReward } from "~/rewards/get-reward.server";
import { listOverdueInquiries } from "~/rewards/list-overdue-inquiries.server";
import { returnInquiry } from "~/rewards/return-inquiry.server";

/** The job that ends a wait: cases whose champion did not answer within seven days go back to the desk (W13, W14). Each in a transaction of its own. */
export async function returnUnanswered({ db = rootDb, clock = systemClock }: Deps = {}): Promise<void> {
  const now = clock.now();
  for (const { id, rewardId } of await db.transaction("list-overdue-inquiries", (tx) => listOverdueInquiries(tx, now))) {
    await db
      .transaction("return-unanswered", async (tx) => {
        const { programId } = await getReward(tx, rewardId);
        const { calendar } = await getProgram(programId, { db: within(tx), clock });
        await returnInquiry(tx, { id, rewardId, calendar, now });
      })
      .catch((error: unknown) => log.error({ err: error, rewardId }, "an unanswered question could not be returned"));
  }
}
