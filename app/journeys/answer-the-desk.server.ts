import { recordAudit } from "~/identity/record-audit.server";
import { within } from "~/platform/db.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { getProgram } from "~/programs/get-program.server";
import { answerInquiry } from "~/rewards/answer-inquiry.server";
import { getReward } from "~/rewards/get-reward.server";

export interface AnswerTheDeskInput {
  rewardId: string;
  championId: string;
  personId: string;
  /** In the champion's own words; nobody's address (L1). */
  answer: string;
}

/** A champion answers what the desk asked about a reward (W14), with its audit row. @throws as `answerInquiry` */
export async function answerTheDesk(
  { rewardId, championId, personId, answer }: AnswerTheDeskInput,
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<void> {
  await db.transaction("answer-the-desk", async (tx) => {
    const joined = { db: within(tx), clock };
    const by = `person:${personId}`;
    const { calendar } = await getProgram((await getReward(tx, rewardId)).programId, joined);
    const { again } = await answerInquiry({ rewardId, championId, answer, by, calendar }, joined);
    if (again) return;
    await recordAudit(tx, { by, action: "inquiry.answered", object: rewardId, now: clock.now() });
  });
}
