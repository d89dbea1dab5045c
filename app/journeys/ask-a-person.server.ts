import { getChampion } from "~/champions/get-champion.server";
import { recordAudit } from "~/identity/record-audit.server";
import { within } from "~/platform/db.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { getProgram } from "~/programs/get-program.server";
import { fileQuestion } from "~/rewards/file-question.server";
import type { WhyNotQuestion } from "~/rewards/why-not-question";
import { answerWhyNot } from "./answer-why-not.server";
import { championMail } from "./champion-mail.server";
import { mailQuestionReceived } from "./question-mail.server";

export interface AskInput {
  championId: string;
  asked: WhyNotQuestion;
  note: string;
}

/**
 * A champion whom the page could not help asks a person, who sees what the page had found: promised an hour, and told
 * so by mail (W21). @returns by when they have an answer
 * @throws AppError `address_in_note`; ConflictError `question_open`, `too_many_questions`; NotFoundError for a link of
 * somebody else
 */
export async function askAPerson(
  { championId, asked, note }: AskInput,
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<Date> {
  return await db.transaction("ask-a-person", async (tx) => {
    const joined = { db: within(tx), clock };
    const { findings } = await answerWhyNot({ championId, ...asked }, joined);
    const { programId, personId } = await getChampion(tx, championId);
    const { calendar } = await getProgram(programId, joined);
    const found = [...new Set(findings.map(({ kind }) => kind))];
    const { question, again } = await fileQuestion({ championId, ...asked, note, found, calendar }, joined);
    if (again) return question.answerBy;
    await recordAudit(tx, {
      by: `person:${personId}`,
      action: "question.asked",
      object: question.id,
      facts: { championId, day: asked.day, happened: asked.happened },
      now: clock.now(),
    });
    await mailQuestionReceived(await championMail(tx, championId), question, joined);
    return question.answerBy;
  });
}
