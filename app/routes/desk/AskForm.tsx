import type { RewardDetail } from "~/rewards/get-reward-detail.server";
import type { InquiryTopic } from "~/rewards/inquiry";
import { Button } from "~/ui/components/Button";
import { Explain } from "~/ui/components/Explain";
import { Field } from "~/ui/components/Field";
import { PostForm } from "~/ui/components/PostForm";
import { TextArea } from "~/ui/components/TextArea";
import { isFormReply } from "~/ui/form-reply";
import { useT } from "~/ui/i18n";

interface AskFormProps {
  detail: RewardDetail;
  /** Those first that fit what was found. */
  topics: readonly InquiryTopic[];
  reply: unknown;
}

/** The ready questions, one tap each, and below them one in one's own words. */
export function AskForm({ detail: { reward, champion }, topics, reply }: AskFormProps) {
  const t = useT();
  const action = `/desk/rewards/${reward.id}/ask`;
  const language = t(`desk.language.${champion.locale}`);
  return (
    <>
      <p className="measure text-sm text-muted">
        {t("ask.effect")} {t("ask.language", { name: champion.displayName, language })}
      </p>
      <PostForm action={action}>
        <input type="hidden" name="version" value={reward.version} />
        <ul className="flex flex-col divide-y divide-hairline">
          {topics.map((topic) => (
            <li key={topic} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-2">
              <span className="min-w-0 flex-1 basis-60">{t(`ask.question.${topic}`)}</span>
              <Button name="topic" value={topic} variant="secondary" aria-label={t("ask.readyLabel", { question: t(`ask.question.${topic}`) })}>
                {t("ask.ready")}
              </Button>
            </li>
          ))}
        </ul>
      </PostForm>
      <Explain label={t("ask.own")} open={isFormReply(reply)}>
        <PostForm reply={reply} action={action}>
          <input type="hidden" name="version" value={reward.version} />
          <Field name="question" label={t("ask.ownField")} hint={t("ask.ownHint", { language })}>
            <TextArea lang={champion.locale} rows={3} maxLength={300} />
          </Field>
          <div>
            <Button name="topic" value="own">
              {t("ask.send")}
            </Button>
          </div>
        </PostForm>
      </Explain>
    </>
  );
}
