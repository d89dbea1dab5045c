import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { REAPPLY_MONTHS } from "~/champions/reapply";
import type { ApplicationView } from "~/journeys/list-applications.server";
import { Button } from "~/ui/components/Button";
import { Card } from "~/ui/components/Card";
import { Explain } from "~/ui/components/Explain";
import { Field } from "~/ui/components/Field";
import { Notice } from "~/ui/components/Notice";
import { PostForm } from "~/ui/components/PostForm";
import { Select } from "~/ui/components/Select";
import { StatusPill } from "~/ui/components/StatusPill";
import { TextArea } from "~/ui/components/TextArea";
import { isFormReply } from "~/ui/form-reply";
import { useFormat, useT } from "~/ui/i18n";

interface WaitingApplicationProps {
  application: ApplicationView;
  now: Date;
  own: boolean;
  reply: unknown;
}

/** One application that waits: what they wrote, by when they were promised an answer, and the two answers. */
export function WaitingApplication({ application, now, own, reply }: WaitingApplicationProps) {
  const t = useT();
  const format = useFormat();
  const { championId, displayName: name, answerBy } = application;
  const late = answerBy !== null && answerBy < now;
  return (
    <Applicant application={application}>
      {answerBy ? (
        <Notice tone={late ? "problem" : "waiting"}>
          {t(late ? "people.applications.late" : "people.applications.promised", { at: format.dateTime(answerBy) })}
        </Notice>
      ) : null}
      {own ? (
        <Notice>{t("people.applications.own")}</Notice>
      ) : (
        <div className="grid gap-4 sm:grid-cols-2">
          <PostForm>
            <input type="hidden" name="champion" value={championId} />
            <input type="hidden" name="intent" value="accept" />
            <p className="text-sm text-muted">{t("people.applications.acceptEffect", { name })}</p>
            <p>
              <Button icon="check">{t("people.applications.accept")}</Button>
            </p>
          </PostForm>
          <Explain label={t("people.applications.refuse")} open={isFormReply(reply)}>
            <PostForm reply={reply}>
              <input type="hidden" name="champion" value={championId} />
              <input type="hidden" name="intent" value="refuse" />
              <Field
                name="reason"
                label={t("people.applications.reason", { language: t(`common.language.${application.locale}`) })}
                hint={t("people.applications.reasonHint")}
              >
                <TextArea maxLength={600} lang={application.locale} />
              </Field>
              <Field name="months" label={t("people.applications.again")}>
                <Select
                  options={REAPPLY_MONTHS.map((count) => ({
                    value: String(count),
                    label: count === 0 ? t("people.applications.now") : t("people.applications.months", { count }),
                  }))}
                />
              </Field>
              <p>
                <Button variant="secondary">{t("people.applications.send")}</Button>
              </p>
            </PostForm>
          </Explain>
        </div>
      )}
    </Applicant>
  );
}

interface AnsweredApplicationProps {
  application: ApplicationView;
  answer: NonNullable<ApplicationView["answer"]>;
}

/** One application that was answered, with the words the applicant got. */
export function AnsweredApplication({ application, answer }: AnsweredApplicationProps) {
  const t = useT();
  const format = useFormat();
  return (
    <Applicant application={application}>
      <p>
        <StatusPill tone={answer.accepted ? "done" : "neutral"}>
          {t(answer.accepted ? "people.applications.accepted" : "people.applications.refused", { at: format.dateTime(answer.at) })}
        </StatusPill>
      </p>
      {answer.reason ? <p className="measure whitespace-pre-line">{answer.reason}</p> : null}
      {answer.mayReapplyAt ? (
        <p className="text-sm text-muted">{t("people.applications.mayReapply", { at: format.dateTime(answer.mayReapplyAt) })}</p>
      ) : null}
    </Applicant>
  );
}

function Applicant({ application, children }: { application: ApplicationView; children: ReactNode }) {
  const t = useT();
  const format = useFormat();
  const { personId, displayName, email, isCustomer, code, note, appliedAt, programSlug } = application;
  return (
    <Card
      title={
        <Link to={`/desk/people/${personId}`} className="link">
          {displayName}
        </Link>
      }
      aside={<span className="text-sm wrap-anywhere text-muted">{email}</span>}
    >
      <p className="text-sm text-muted">
        {t("people.applications.asked", { at: format.dateTime(appliedAt), program: programSlug })}
        {" · "}
        {t(isCustomer ? "people.applications.customer" : "people.applications.notCustomer")}
        {code ? <> · {t("people.applications.code", { code })}</> : null}
      </p>
      <blockquote className="measure border-l-2 border-edge pl-4 break-words whitespace-pre-line">{note}</blockquote>
      {children}
    </Card>
  );
}
