import { listChampions } from "~/champions/list-champions.server";
import { getPerson } from "~/identity/get-person.server";
import { within, type Tx } from "~/platform/db.server";
import { rootDb, type Deps } from "~/platform/deps.server";
import { NotFoundError } from "~/platform/errors";
import type { Locale } from "~/platform/locale";
import { listPrograms } from "~/programs/list-programs.server";
import type { QuestionRow } from "~/rewards/answer-question.server";
import { listQuestions, type QuestionPage } from "~/rewards/list-questions.server";
import { listLinks } from "~/sharing/list-links.server";

export interface QuestionView extends QuestionRow {
  personId: string;
  displayName: string;
  /** The language they read. */
  locale: Locale;
  programSlug: string;
  /** The code of the link they asked about, or of their main one. */
  code: string | null;
  linkLabel: string | null;
}

/** The desk's questions: who asks, about what, and what was promised. */
export async function showQuestions(
  { answered, page }: { answered: boolean; page: number },
  { db = rootDb }: Pick<Deps, "db"> = {},
): Promise<Omit<QuestionPage, "questions"> & { questions: QuestionView[] }> {
  return db.transaction("show-questions", async (tx) => {
    const { questions, ...sums } = await listQuestions(tx, { answered, page });
    const champions = await listChampions(tx, { ids: [...new Set(questions.map(({ championId }) => championId))] });
    const slugs = new Map((await listPrograms({ db: within(tx) })).map(({ id, slug }) => [id, slug]));
    const views: QuestionView[] = [];
    for (const question of questions) {
      const champion = champions.find(({ id }) => id === question.championId);
      if (!champion) continue;
      const { personId, displayName, programId } = champion;
      const links = await listLinks(tx, champion.id, { withRetired: true });
      const link = links.find(({ id, isMain }) => (question.linkId ? id === question.linkId : isMain));
      views.push({
        ...question, personId, displayName,
        locale: await languageOf(tx, personId),
        programSlug: slugs.get(programId) ?? "",
        code: link?.code ?? null,
        linkLabel: link?.label ?? null,
      });
    }
    return { questions: views, ...sums };
  });
}

/** English for somebody who was forgotten. */
async function languageOf(tx: Tx, personId: string): Promise<Locale> {
  const person = await getPerson(personId, { db: within(tx) }).catch((error: unknown) => {
    if (error instanceof NotFoundError) return null;
    throw error;
  });
  return person?.locale ?? "en";
}
