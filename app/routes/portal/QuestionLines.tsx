import { Link } from "@remix-run/react";
import type { OwnQuestion } from "~/rewards/list-own-questions.server";
import { StatusPill } from "~/ui/components/StatusPill";
import { useFormat, useT } from "~/ui/i18n";

/** What a champion asked lately, in a line each: open until when, or answered (S3). */
export function QuestionLines({ slug, questions }: { slug: string; questions: OwnQuestion[] }) {
  const t = useT();
  const format = useFormat();
  return (
    <>
      {questions.map(({ id, answerBy, answeredAt }) => (
        <p key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <StatusPill tone={answeredAt ? "done" : "waiting"}>{t(answeredAt ? "whyNot.status.answered" : "whyNot.status.question_open")}</StatusPill>
          <Link to={`/portal/${slug}/why-not#questions`} className="link inline-flex min-h-11 items-center">
            {answeredAt ? t("whyNot.homeAnswered") : t("whyNot.homeOpen", { answerBy: format.dateTime(answerBy) })}
          </Link>
        </p>
      ))}
    </>
  );
}
