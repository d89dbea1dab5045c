import { recordAudit } from "~/identity/record-audit.server";
import { within } from "~/platform/db.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { getProgram } from "~/programs/get-program.server";
import { answerAppeal } from "~/rewards/answer-appeal.server";
import { getReward } from "~/rewards/get-reward.server";
import { lockSumsOfReward } from "~/rewards/lock-sums-of-reward.server";
import type { RewardRow } from "~/rewards/reward-row";
import { recordVerdict } from "~/trust/record-verdict.server";
import { mailAppealAnswered } from "./reward-mail.server";
import { settleMilestones } from "./settle-milestones.server";

export interface AppealAnswerInput {
  rewardId: string;
  appealId: string;
  upheld: boolean;
  /** What the champion reads. */
  answer: string;
  by: string;
}

/** A person looked again and says so: with its audit row and its mail (W18, I37). */
export async function giveAppealAnswer(
  { rewardId, appealId, upheld, answer, by }: AppealAnswerInput,
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<RewardRow> {
  return await db.transaction("give-appeal-answer", async (tx) => {
    const joined = { db: within(tx), clock };
    await lockSumsOfReward(tx, rewardId);
    const { calendar } = await getProgram((await getReward(tx, rewardId)).programId, joined);
    const { reward } = await answerAppeal({ rewardId, appealId, upheld, answer, by, calendar }, joined);
    if (upheld) recordVerdict(tx, { ...reward, genuine: null, source: "appeal", by, now: clock.now() });
    const facts = { appealId, upheld };
    await recordAudit(tx, { by, action: "appeal.answered", object: rewardId, facts, now: clock.now() });
    await mailAppealAnswered(tx, { reward, clock }, { id: appealId, upheld, answer });
    if (upheld) await settleMilestones(tx, reward, clock);
    return reward;
  });
}
