import type { Locale } from "~/platform/locale";
import type { RewardDetail } from "~/rewards/get-reward-detail.server";
import type { RewardRow } from "~/rewards/reward-row";
import { targetAmount } from "~/rewards/reward-target";
import { Button } from "~/ui/components/Button";
import { Card } from "~/ui/components/Card";
import { Field } from "~/ui/components/Field";
import { Notice } from "~/ui/components/Notice";
import { PostForm } from "~/ui/components/PostForm";
import { RadioGroup } from "~/ui/components/RadioGroup";
import { TextArea } from "~/ui/components/TextArea";
import { useFormat, useT } from "~/ui/i18n";

interface AppealAnswerProps {
  appeal: RewardDetail["appeals"][number];
  reward: RewardRow;
  locale: Locale;
  allowed: boolean;
  refusedIt: boolean;
  reply: unknown;
}

/** What the champion asked, and a person's answer with its outcome (W18). */
export function AppealAnswer({ appeal, reward, locale, allowed, refusedIt, reply }: AppealAnswerProps) {
  const t = useT();
  const format = useFormat();
  const amount = format.money({ amountMinor: targetAmount(reward), currency: reward.currency });
  return (
    <Card title={t("desk.reward.appealTitle")} id="appeal">
      <p className="text-sm text-muted">
        {t("desk.reward.appealBy", { at: format.dateTime(appeal.answerBy) })}
      </p>
      <blockquote lang={locale} className="measure border-l-2 border-edge pl-4 whitespace-pre-line">
        {appeal.text}
      </blockquote>
      {allowed && !refusedIt ? (
        <PostForm reply={reply}>
          <input type="hidden" name="appeal" value={appeal.id} />
          <RadioGroup
            name="outcome"
            legend={t("desk.reward.appealChoice")}
            options={[
              { value: "upheld", label: t("desk.reward.appealUpheld", { amount }) },
              { value: "stays", label: t("desk.reward.appealStays") },
            ]}
          />
          <Field
            name="answer"
            label={t("desk.reward.appealAnswer")}
            hint={t("desk.reward.appealAnswerHint", { language: t(`desk.language.${locale}`) })}
          >
            <TextArea lang={locale} maxLength={600} />
          </Field>
          <div>
            <Button>{t("desk.reward.appealSend")}</Button>
          </div>
        </PostForm>
      ) : (
        <Notice>{t(refusedIt ? "desk.reward.appealAnother" : "desk.decide.readOnly")}</Notice>
      )}
    </Card>
  );
}
