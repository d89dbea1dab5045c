import type { RuleRecord } from "~/trust/rule-record";
import { ADVISABLE_RULES, FIGURES, TRUST_LEVELS, type TrustPolicy } from "~/trust/trust-policy";
import { CheckboxGroup } from "../components/CheckboxGroup";
import { Button } from "../components/Button";
import { Card } from "../components/Card";
import { Field } from "../components/Field";
import { PostForm } from "../components/PostForm";
import { RadioGroup } from "../components/RadioGroup";
import { TextArea } from "../components/TextArea";
import { TextInput } from "../components/TextInput";
import { useFormat, useT } from "../i18n";
import { useRuleName } from "./use-rule-name";
import { RuleWorth } from "./RuleWorth";

interface TrustEditorProps {
  policy: TrustPolicy;
  records: RuleRecord[];
  mayChange: boolean;
  reply: unknown;
}

/** The level with its figures, hosts that are left out, and which checks are advice, each with what it was worth. */
export function TrustEditor({ policy, records, mayChange, reply }: TrustEditorProps) {
  const t = useT();
  const format = useFormat();
  const ruleName = useRuleName();
  return (
    <PostForm reply={reply}>
      <fieldset disabled={!mayChange} className="flex flex-col gap-6">
        <Card title={t("trust.settings.level")}>
          <RadioGroup
            name="level"
            legend={<span className="sr-only">{t("trust.settings.level")}</span>}
            hint={t("trust.settings.levelHint")}
            defaultValue={policy.level}
            options={TRUST_LEVELS.map((level) => {
              const { secondsAtLeast, friendsIn24HoursAtMost, firstRewards, newAccountDays, sameHostHeldFrom, takenBackPercentAtMost } = FIGURES[level];
              return {
                value: level,
                label: t(`trust.settings.${level}`),
                hint: t("trust.settings.figures", {
                  seconds: secondsAtLeast, friends: friendsIn24HoursAtMost, rewards: firstRewards, days: newAccountDays,
                  host: sameHostHeldFrom, back: format.percent(takenBackPercentAtMost / 100),
                }),
              };
            })}
          />
          <Field name="bannedHosts" label={t("trust.settings.hosts")} hint={t("trust.settings.hostsHint")} optional>
            <TextArea rows={4} spellCheck={false} defaultValue={policy.bannedHosts.join("\n")} />
          </Field>
          <Field name="marginPercent" label={t("trust.settings.margin")} hint={t("trust.settings.marginHint")} optional>
            <TextInput unit="%" inputMode="numeric" defaultValue={policy.marginPercent ?? ""} />
          </Field>
        </Card>
        <Card title={t("trust.settings.advice")}>
          <CheckboxGroup
            name="adviceOnly"
            legend={<span className="font-normal text-muted">{t("trust.settings.adviceHint")}</span>}
            options={ADVISABLE_RULES.map((rule) => ({
              value: rule,
              label: ruleName(rule),
              hint: <RuleWorth record={records.find((each) => each.rule === rule)} advice={policy.adviceOnly.includes(rule)} />,
              checked: policy.adviceOnly.includes(rule),
            }))}
          />
        </Card>
        {mayChange ? (
          <div>
            <Button>{t("trust.settings.save")}</Button>
          </div>
        ) : null}
      </fieldset>
    </PostForm>
  );
}
