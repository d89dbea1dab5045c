import { queueMail } from "~/notices/queue-mail.server";
import type { Deps } from "~/platform/deps.server";
import type { QuestionRow } from "~/rewards/answer-question.server";
import type { ChampionMail } from "./champion-mail.server";

/** By when a person answers, told at once; nothing when nobody can be reached any more. */
export async function mailQuestionReceived(to: ChampionMail | null, { id, answerBy }: QuestionRow, deps: Deps): Promise<void> {
  if (!to) return;
  const { personId, values } = to;
  await queueMail(
    { template: "question_received", personId, subjectId: id, purpose: "received", values: { ...values, path: pathOf(to), answerBy } },
    deps,
  );
}

/** The answer, in the words of the person who looked. */
export async function mailQuestionAnswered(to: ChampionMail | null, { id, answer }: QuestionRow, deps: Deps): Promise<void> {
  if (!to || answer === null) return;
  const { personId, values: { programTitle } } = to;
  await queueMail(
    { template: "question_answered", personId, subjectId: id, purpose: "answered", values: { programTitle, path: pathOf(to), answer } },
    deps,
  );
}

function pathOf({ program }: ChampionMail) {
  return `/portal/${program.slug}/why-not` as const;
}
