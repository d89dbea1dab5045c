import { HOLD_DAYS } from "~/programs/program-rules";
import { APPROVALS } from "~/programs/rule-approval";
import type { RulesFormValues } from "~/programs/rules-form";
import type { Quarter } from "~/reports/quarter";
import { ADVISABLE_RULES, TRUST_LEVELS, type TrustPolicy } from "~/trust/trust-policy";
import { CheckboxGroup } from "../components/CheckboxGroup";
import { Explain } from "../components/Explain";
import { Field } from "../components/Field";
import { RadioGroup } from "../components/RadioGroup";
import { Select } from "../components/Select";
import { useT } from "../i18n";
import { MoneyField } from "./MoneyField";
import { useRuleName } from "./use-rule-name";

const LIMITS = [
  ["autoApproveEachMinor", "autoApproveEach"],
  ["autoApprove30DaysMinor", "autoApprove30Days"],
  ["twoAdminsAboveMinor", "twoAdmins"],
] as const;

interface PolicyFieldsProps {
  quarters: Pick<Quarter, "name" | "year" | "number">[];
  currency: string;
  values: RulesFormValues;
  trust: TrustPolicy;
}

/** The quarter, and what of the policy can be tried on it. */
export function PolicyFields({ quarters, currency, values, trust }: PolicyFieldsProps) {
  const t = useT();
  const ruleName = useRuleName();
  const names = quarters.map(({ name, year, number }, i) => {
    const text = t("simulate.quarterOption", { number: String(number), year: String(year) });
    return { value: name, label: i === quarters.length - 1 ? t("simulate.running", { name: text }) : text };
  });
  return (
    <>
      <Field name="quarter" label={t("simulate.quarter")}>
        <Select options={names} defaultValue={quarters[0]?.name} />
      </Field>
      <Field name="holdDays" label={t("settings.program.hold")}>
        <Select
          options={HOLD_DAYS.map((days) => ({ value: String(days), label: t("settings.program.holdDays", { days }) }))}
          defaultValue={values.holdDays}
        />
      </Field>
      <RadioGroup
        name="approval"
        legend={t("settings.program.approval")}
        options={APPROVALS.map((value) => ({ value, label: t(`settings.program.${value}`) }))}
        defaultValue={values.approval}
      />
      {LIMITS.map(([name, label]) => (
        <MoneyField key={name} name={name} label={t(`settings.program.${label}`)} currency={currency} defaultValue={values[name]} />
      ))}
      <RadioGroup
        name="level"
        legend={t("trust.settings.level")}
        options={TRUST_LEVELS.map((value) => ({ value, label: t(`trust.settings.${value}`) }))}
        defaultValue={trust.level}
      />
      <Explain label={t("trust.settings.advice")} open={trust.adviceOnly.length > 0} wide>
        <CheckboxGroup
          name="adviceOnly"
          legend={<span className="sr-only">{t("trust.settings.advice")}</span>}
          options={ADVISABLE_RULES.map((rule) => ({ value: rule, label: ruleName(rule), checked: trust.adviceOnly.includes(rule) }))}
        />
      </Explain>
    </>
  );
}
