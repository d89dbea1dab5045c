import { MAX_RULES, TRIGGERS } from "~/programs/reward-rule";
import { FOR_WHOM } from "~/programs/reward-side";
import { APPROVALS } from "~/programs/rule-approval";
import type { RuleRowValues } from "~/programs/rule-form";
import { Explain } from "../components/Explain";
import { Field } from "../components/Field";
import { useFormReply } from "../components/form-context";
import { Select } from "../components/Select";
import { TextInput } from "../components/TextInput";
import { useT } from "../i18n";
import { MoneyField } from "./MoneyField";

interface RewardRuleFieldsProps {
  currency: string;
  rules: RuleRowValues[];
}

const SPARE_ROWS = 3;
const EMPTY: RuleRowValues = {
  key: "", forWhom: "champion", trigger: "", months: "", fromFriend: "", group: "", leastMinor: "", approval: "", kind: "flat", value: "",
};

/** What champions are thanked for: a row for each rule, and further ones that open when they are wanted. */
export function RewardRuleFields({ currency, rules }: RewardRuleFieldsProps) {
  const t = useT();
  const typed = useFormReply()?.values ?? {};
  const spare = Math.min(SPARE_ROWS, MAX_RULES - rules.length);
  return (
    <>
      <p className="measure text-muted">{t("rewardRules.lead")}</p>
      {rules.map((rule, i) => (
        <RuleRow key={rule.key} index={i} currency={currency} rule={rule} />
      ))}
      {Array.from({ length: spare }, (_, i) => rules.length + i).map((index) => (
        <Explain key={index} label={t("rewardRules.another", { number: index + 1 })} open={Boolean(typed[`rewards[${index}].trigger`])} wide>
          <RuleRow index={index} currency={currency} rule={EMPTY} spare />
        </Explain>
      ))}
    </>
  );
}

interface RuleRowProps {
  index: number;
  currency: string;
  rule: RuleRowValues;
  /** Nothing has to stand in it. */
  spare?: boolean;
}

function RuleRow({ index, currency, rule, spare = false }: RuleRowProps) {
  const t = useT();
  const name = (field: keyof RuleRowValues) => `rewards[${index}].${field}`;
  const triggers = TRIGGERS.map((value) => ({ value, label: t(`rewardRules.occasion.${value}`) }));
  const approvals = APPROVALS.map((value) => ({ value, label: t(`settings.program.${value}`) }));
  const whom = FOR_WHOM.map((value) => ({ value, label: t(`rewardRules.whom.${value}`) }));
  const kinds = [
    { value: "flat", label: `${t("settings.program.flat")} (${currency})` },
    { value: "percent", label: t("settings.program.percent") },
  ];
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="mb-1 font-serif text-lg">{t("rewardRules.rule", { number: index + 1 })}</legend>
      <input type="hidden" name={name("key")} value={rule.key} />
      <div className="grid gap-4 sm:grid-cols-2">
        <Field name={name("trigger")} label={t("rewardRules.trigger")} optional>
          <Select
            options={[{ value: "", label: t("rewardRules.noTrigger") }, ...triggers]}
            defaultValue={rule.trigger}
          />
        </Field>
        <Field name={name("forWhom")} label={t("rewardRules.forWhom")}>
          <Select options={whom} defaultValue={rule.forWhom} />
        </Field>
        <Field name={name("kind")} label={t("settings.program.kind")}>
          <Select options={kinds} defaultValue={rule.kind} />
        </Field>
        <Field name={name("value")} label={t("settings.program.value")} optional={spare}>
          <TextInput inputMode="decimal" autoComplete="off" defaultValue={rule.value} />
        </Field>
        <Field name={name("months")} label={t("rewardRules.months")} hint={t("rewardRules.monthsHint")} optional>
          <TextInput inputMode="numeric" autoComplete="off" defaultValue={rule.months} />
        </Field>
        <Field name={name("fromFriend")} label={t("rewardRules.fromFriend")} hint={t("rewardRules.fromFriendHint")} optional>
          <TextInput inputMode="numeric" autoComplete="off" defaultValue={rule.fromFriend} />
        </Field>
      </div>
      <Explain label={t("rewardRules.approval")} open={Boolean(rule.approval)} wide>
        <Field name={name("approval")} label={t("rewardRules.approvedHow")} hint={t("rewardRules.approvedHint")}>
          <Select options={[{ value: "", label: t("rewardRules.asProgram") }, ...approvals]} defaultValue={rule.approval} />
        </Field>
      </Explain>
      <Explain label={t("rewardRules.only")} open={[rule.group, rule.leastMinor].some(Boolean)} wide>
        <div className="grid gap-4 sm:grid-cols-2">
          <MoneyField
            name={name("leastMinor")}
            label={t("rewardRules.least")}
            hint={t("rewardRules.leastHint")}
            currency={currency}
            defaultValue={rule.leastMinor}
            optional
          />
          <Field name={name("group")} label={t("rewardRules.group")} hint={t("rewardRules.groupHint")} optional>
            <TextInput autoComplete="off" defaultValue={rule.group} />
          </Field>
        </div>
      </Explain>
    </fieldset>
  );
}
