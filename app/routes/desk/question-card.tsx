import { Link } from "@remix-run/react";
import type { QuestionView } from "~/journeys/show-questions.server";
import { Button } from "~/ui/components/Button";
import { Card } from "~/ui/components/Card";
import { Field } from "~/ui/components/Field";
import { Notice } from "~/ui/components/Notice";
import { PostForm } from "~/ui/components/PostForm";
import { TextArea } from "~/ui/components/TextArea";
import { useFormat, useT } from "~/ui/i18n";

interface QuestionCardProps {
  question: QuestionView;
  now: Date;
  /** Asked by whoever looks at it. */
  own: boolean;
  reply: unknown;
}

/** One question: what the champion asked, what the page had found, the sales to look at, and the answer. */
export function QuestionCard({ question, now, own, reply }: QuestionCardProps) {
  const t = useT();
  const format = useFormat();
  const { id, personId, displayName, day, happened, note, found, askedAt, answerBy, answeredAt, answer, locale } = question;
  const late = answeredAt === null && answerBy < now;
  const foundWord = (kind: string) => {
    const key = `questions.foundOf.${kind}`;
    return t.has(key) ? t(key) : kind;
  };
  return (
    <Card
      id={id}
      title={
        <Link to={`/desk/people/${personId}`} className="link">
          {displayName}
        </Link>
      }
      aside={<span className="font-semibold">{day ? t("questions.about.day", { day: format.date(new Date(day), "UTC") }) : t("questions.about.unknown")}</span>}
    >
      <p className="text-sm text-muted">
        {t("questions.asked", { at: format.dateTime(askedAt), program: question.programSlug, code: question.code ?? "" })}
        {question.linkId && question.linkLabel ? <> · {t("questions.place", { label: question.linkLabel })}</> : null}
        {" · "}
        {t(`questions.happened.${happened}`)}
      </p>
      <blockquote className="measure border-l-2 border-edge pl-4 break-words whitespace-pre-line">{note}</blockquote>
      <p className="measure text-sm">
        {t("questions.found")}: {format.list(found.map(foundWord))}
      </p>
      <div className="measure text-sm">
        <Link to={salesOf(question)} className="link inline-flex min-h-11 items-center">
          {t(day ? "questions.sales" : "questions.salesLately")}
        </Link>
        <p className="text-muted">{t("questions.byHand")}</p>
      </div>
      {answeredAt ? (
        <div className="measure">
          <p className="text-sm font-semibold text-muted">{t("questions.answeredOn", { at: format.dateTime(answeredAt) })}</p>
          <p lang={locale} className="break-words whitespace-pre-line">
            {answer}
          </p>
        </div>
      ) : (
        <>
          <Notice tone={late ? "problem" : "waiting"}>{t(late ? "questions.late" : "questions.promised", { at: format.dateTime(answerBy) })}</Notice>
          {own ? (
            <Notice>{t("questions.own")}</Notice>
          ) : (
            <PostForm reply={reply} action="/desk/questions">
              <input type="hidden" name="question" value={id} />
              <Field name="answer" label={t("questions.answer", { language: t(`desk.language.${locale}`) })} hint={t("questions.answerHint")}>
                <TextArea maxLength={1000} lang={locale} />
              </Field>
              <div>
                <Button>{t("questions.send")}</Button>
              </div>
            </PostForm>
          )}
        </>
      )}
    </Card>
  );
}

const LATELY_MS = 30 * 86_400_000;

/** The sales among which the one they mean would be: of the day, or of the days before they asked. */
function salesOf({ day, askedAt }: Pick<QuestionView, "day" | "askedAt">): string {
  const isoDay = (at: Date) => at.toISOString().slice(0, 10);
  const from = day ?? isoDay(new Date(askedAt.getTime() - LATELY_MS));
  return `/desk/conversions?from=${from}&until=${day ?? isoDay(askedAt)}`;
}
