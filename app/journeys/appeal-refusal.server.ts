import { recordAudit } from "~/identity/record-audit.server";
import { within } from "~/platform/db.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { getProgram } from "~/programs/get-program.server";
import { fileAppeal } from "~/rewards/file-appeal.server";
import { getReward } from "~/rewards/get-reward.server";
import { mailAppealReceived } from "./reward-mail.server";

export interface AppealRefusalInput {
  rewardId: string;
  championId: string;
  personId: string;
  text: string;
}

/** A champion asks us to look again: promised an hour, and told so by mail (W18, S7). @returns when they have an answer */
export async function appealRefusal(
  { rewardId, championId, personId, text }: AppealRefusalInput,
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<Date> {
  return await db.transaction("appeal-refusal", async (tx) => {
    const joined = { db: within(tx), clock };
    const reward = await getReward(tx, rewardId);
    const { calendar } = await getProgram(reward.programId, joined);
    const appeal = await fileAppeal({ rewardId, championId, text, calendar }, joined);
    await recordAudit(tx, {
      by: `person:${personId}`,
      action: "appeal.filed",
      object: rewardId,
      facts: { appealId: appeal.id },
      now: clock.now(),
    });
    await mailAppealReceived(tx, { reward, clock }, appeal);
    return appeal.answerBy;
  });
}
