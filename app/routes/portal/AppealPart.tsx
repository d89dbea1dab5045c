import type { ChampionReward } from "~/rewards/get-champion-reward.server";
import { Button } from "~/ui/components/Button";
import { Card } from "~/ui/components/Card";
import { Field } from "~/ui/components/Field";
import { Notice } from "~/ui/components/Notice";
import { PostForm } from "~/ui/components/PostForm";
import { TextArea } from "~/ui/components/TextArea";
import { useFormat, useT } from "~/ui/i18n";

interface AppealPartProps {
  slug: string;
  reward: ChampionReward;
  /** By when an appeal filed now is answered. */
  answerBy: Date;
  reply?: unknown;
}

/** "Ask us to look again": once per decision, with the hour of the answer before one asks (W18, S7). */
export function AppealPart({ slug, reward: { id, appeal, mayAppeal }, answerBy, reply }: AppealPartProps) {
  const t = useT();
  const format = useFormat();
  if (mayAppeal) {
    return (
      <Card title={t("portal.reward.appeal.title")} id="appeal">
        <p className="measure">{t("portal.reward.appeal.lead", { answerBy: format.dateTime(answerBy) })}</p>
        <PostForm reply={reply} action={`/portal/${slug}/rewards/${id}`}>
          <Field name="text" label={t("portal.reward.appeal.text")} hint={t("portal.reward.appeal.textHint")}>
            <TextArea maxLength={1000} />
          </Field>
          <div>
            <Button>{t("portal.reward.appeal.send")}</Button>
          </div>
        </PostForm>
      </Card>
    );
  }
  if (!appeal) return null;
  if (!appeal.answeredAt) {
    return (
      <Notice tone="waiting">
        {t("portal.reward.appeal.waiting", { answerBy: format.dateTime(appeal.answerBy) })}
      </Notice>
    );
  }
  return (
    <Notice
      tone={appeal.upheld ? "done" : "info"}
      title={t(appeal.upheld ? "portal.reward.appeal.upheld" : "portal.reward.appeal.stays")}
    >
      {appeal.answer}
    </Notice>
  );
}
