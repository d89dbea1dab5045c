import type { WhyNotQuestion } from "~/rewards/why-not-question";
import { Button } from "~/ui/components/Button";
import { Explain } from "~/ui/components/Explain";
import { Field } from "~/ui/components/Field";
import { PostForm } from "~/ui/components/PostForm";
import { TextArea } from "~/ui/components/TextArea";
import { isFormReply } from "~/ui/form-reply";
import { useFormat, useT } from "~/ui/i18n";

interface AskPersonProps {
  asked: WhyNotQuestion;
  /** By when a question asked now is answered. */
  answerBy: Date;
  reply: unknown;
}

/** What the page could not explain goes to a person, with the hour of the answer before one asks (W21). */
export function AskPerson({ asked, answerBy, reply }: AskPersonProps) {
  const t = useT();
  const format = useFormat();
  const { day, happened, linkId } = asked;
  return (
    <Explain label={t("whyNot.person")} open={isFormReply(reply)}>
      <p>{t("whyNot.personLead", { answerBy: format.dateTime(answerBy) })}</p>
      <PostForm reply={reply}>
        <input type="hidden" name="intent" value="ask" />
        <input type="hidden" name="happened" value={happened} />
        {day ? <input type="hidden" name="day" value={day} /> : null}
        {linkId ? <input type="hidden" name="link" value={linkId} /> : null}
        <Field name="note" label={t("whyNot.note")} hint={t("whyNot.noteHint")}>
          <TextArea maxLength={600} />
        </Field>
        <div>
          <Button>{t("whyNot.send")}</Button>
        </div>
      </PostForm>
    </Explain>
  );
}
