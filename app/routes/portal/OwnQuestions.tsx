import type { OwnQuestion } from "~/rewards/list-own-questions.server";
import { Card } from "~/ui/components/Card";
import { Notice } from "~/ui/components/Notice";
import { StatusPill } from "~/ui/components/StatusPill";
import { useFormat, useT } from "~/ui/i18n";

interface OwnQuestionsProps {
  questions: OwnQuestion[];
  /** The newest was asked just now. */
  sent: boolean;
}

/** What a champion asked a person: open with its hour, or answered with the answer (S3). */
export function OwnQuestions({ questions, sent }: OwnQuestionsProps) {
  const t = useT();
  const format = useFormat();
  const [newest] = questions;
  if (!newest) return null;
  return (
    <Card id="questions" title={t("whyNot.questions")}>
      {sent ? (
        <Notice tone="done" live>
          {t("whyNot.sent", { answerBy: format.dateTime(newest.answerBy) })}
        </Notice>
      ) : null}
      <ul className="flex flex-col divide-y divide-hairline">
        {questions.map((question) => (
          <li key={question.id} className="flex flex-col gap-2 py-4 first:pt-0 last:pb-0">
            <Question question={question} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Question({ question: { day, happened, note, askedAt, answerBy, answeredAt, answer } }: { question: OwnQuestion }) {
  const t = useT();
  const format = useFormat();
  const about = day ? t("whyNot.questionOf.day", { day: format.date(new Date(day), "UTC") }) : t("whyNot.questionOf.unknown");
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <h3 className="text-base font-semibold">{about}</h3>
        <StatusPill tone={answeredAt ? "done" : "waiting"}>{t(answeredAt ? "whyNot.status.answered" : "whyNot.status.question_open")}</StatusPill>
      </div>
      <p className="text-sm text-muted">
        {t("whyNot.askedAt", { date: format.date(askedAt), happened: t(`whyNot.happenedOf.${happened}`) })}
      </p>
      <blockquote className="measure border-l-2 border-edge pl-4 break-words whitespace-pre-line">{note}</blockquote>
      {answeredAt ? (
        <div className="measure">
          <p className="text-sm font-semibold text-muted">{t("whyNot.answeredAt", { date: format.date(answeredAt) })}</p>
          <p className="break-words whitespace-pre-line">{answer}</p>
        </div>
      ) : (
        <p className="measure">{t("whyNot.openUntil", { answerBy: format.dateTime(answerBy) })}</p>
      )}
    </>
  );
}
