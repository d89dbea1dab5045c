import { recordAudit } from "~/identity/record-audit.server";
import { within } from "~/platform/db.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { getProgram } from "~/programs/get-program.server";
import { askChampion, type AskChampionInput } from "~/rewards/ask-champion.server";
import { getReward } from "~/rewards/get-reward.server";
import { mailInquiry } from "./inquiry-mail.server";

/** A person of the staff asks a champion one thing about a reward: with its audit row and its mail (W14, I37). @throws as `askChampion` */
export async function askTheChampion(
  input: Omit<AskChampionInput, "calendar">,
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<void> {
  await db.transaction("ask-the-champion", async (tx) => {
    const joined = { db: within(tx), clock };
    const { calendar } = await getProgram((await getReward(tx, input.rewardId)).programId, joined);
    const { inquiry, reward } = await askChampion({ ...input, calendar }, joined);
    const { by, topic, rewardId } = input;
    await recordAudit(tx, { by, action: "inquiry.asked", object: rewardId, facts: { inquiryId: inquiry.id, topic }, now: clock.now() });
    await mailInquiry(tx, inquiry, reward, joined);
  });
}
