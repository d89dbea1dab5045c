import { getChampion } from "~/champions/get-champion.server";
import { within } from "~/platform/db.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { addBusinessDays, localDay } from "~/programs/business-calendar";
import { getProgram } from "~/programs/get-program.server";
import { listOwnQuestions, type OwnQuestion } from "~/rewards/list-own-questions.server";
import { QUESTION_BUSINESS_DAYS } from "~/rewards/question";
import { readWhyNot, type WhyNotQuestion } from "~/rewards/why-not-question";
import { listLinks } from "~/sharing/list-links.server";
import { answerWhyNot, type WhyNotAnswer } from "./answer-why-not.server";

export interface ShownWhyNot {
  /** The latest local day that can be asked about. */
  today: string;
  links: { id: string; label: string | null; code: string }[];
  asked: WhyNotQuestion | null;
  answer: WhyNotAnswer | null;
  /** By when a question asked now is answered. */
  answerBy: Date;
  questions: OwnQuestion[];
}

/** The page on which a champion asks why nothing came, with the answer when the address holds a question. */
export async function showWhyNot(
  { championId, search }: { championId: string; search: URLSearchParams },
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<ShownWhyNot> {
  return db.transaction("show-why-not", async (tx) => {
    const joined = { db: within(tx), clock };
    const { programId } = await getChampion(tx, championId);
    const { calendar } = await getProgram(programId, joined);
    const today = localDay(calendar.zone, clock.now());
    const links = (await listLinks(tx, championId)).map(({ id, label, code }) => ({ id, label, code }));
    const asked = readWhyNot(search, today);
    return {
      today,
      links,
      asked,
      answer: asked && (await answerWhyNot({ championId, ...asked }, joined)),
      answerBy: addBusinessDays(calendar, clock.now(), QUESTION_BUSINESS_DAYS),
      questions: await listOwnQuestions(championId, joined),
    };
  });
}
