import { COOKIE_RULES, cookieSuits } from "~/programs/cookie-rule";
import type { ProgramType } from "~/programs/program";
import { FRIEND_RAILS, HOLD_DAYS, RAILS } from "~/programs/program-rules";
import { APPROVALS } from "~/programs/rule-approval";
import type { RulesFormValues } from "~/programs/rules-form";
import { Field } from "../components/Field";
import { RadioGroup } from "../components/RadioGroup";
import { Select } from "../components/Select";
import { TextInput } from "../components/TextInput";
import { useT } from "../i18n";
import { BenefitFields } from "./BenefitFields";
import { MoneyField } from "./MoneyField";

interface RulesFieldsProps {
  currency: string;
  values: RulesFormValues;
}

/** What people get, on which orders and how. */
export function AmountFields({ currency, values }: RulesFieldsProps) {
  const t = useT();
  const rails = RAILS.map((value) => ({
    value,
    label: t(`settings.program.${value}`),
  }));
  const friendRails = FRIEND_RAILS.map((value) => ({ value, label: t(`rewardRules.friendRail.${value}`) }));
  const amounts = [
    ["referenceBasketMinor", "settings.program.referenceBasket", "settings.program.referenceBasketHint", false],
    ["minimumPurchaseMinor", "settings.program.minimumPurchase", "settings.program.minimumPurchaseHint", true],
    ["capPer30DaysMinor", "settings.program.cap", "settings.program.capHint", true],
    ["capPerFriendMinor", "rewardRules.capPerFriend", "settings.program.capHint", true],
    ["budgetPer30DaysMinor", "rewardRules.budget", "rewardRules.budgetHint", true],
  ] as const;
  return (
    <>
      <p className="measure text-muted">{t("settings.program.amountsLead", { currency })}</p>
      {(["friendOffer", "ownOffer"] as const).map((name) => (
        <BenefitFields
          key={name}
          name={name}
          currency={currency}
          kind={values[`${name}Kind`]}
          value={values[`${name}Value`]}
        />
      ))}
      {amounts.map(([name, label, hint, optional]) => (
        <MoneyField key={name} name={name} label={t(label)} hint={t(hint)} currency={currency} defaultValue={values[name]} optional={optional} />
      ))}
      <RadioGroup
        name="rail"
        legend={t("settings.program.rail")}
        options={rails}
        defaultValue={values.rail}
      />
      <RadioGroup
        name="friendRail"
        legend={t("rewardRules.friendRail.title")}
        options={friendRails}
        defaultValue={values.friendRail}
      />
      <MoneyField
        name="minimumPayoutMinor"
        label={t("settings.program.minimumPayout")}
        hint={t("settings.program.minimumPayoutHint")}
        currency={currency}
        defaultValue={values.minimumPayoutMinor}
        optional
      />
    </>
  );
}

/** How long clicks, orders and rewards wait, and which link wins. */
export function TimeFields({ values }: Pick<RulesFieldsProps, "values">) {
  const t = useT();
  const holds = HOLD_DAYS.map((days) => ({
    value: String(days),
    label: t("settings.program.holdDays", { days }),
  }));
  const models = (["first", "last"] as const).map((value) => ({
    value,
    label: t(`settings.program.${value}`),
  }));
  return (
    <>
      <Field name="holdDays" label={t("settings.program.hold")} hint={t("settings.program.holdHint")}>
        <Select options={holds} defaultValue={values.holdDays} />
      </Field>
      <Field
        name="clickMemoryDays"
        label={t("settings.program.clickMemory")}
        hint={t("settings.program.clickMemoryHint")}
      >
        <TextInput inputMode="numeric" defaultValue={values.clickMemoryDays} />
      </Field>
      <Field
        name="qualifyDays"
        label={t("settings.program.qualify")}
        hint={t("settings.program.qualifyHint")}
        optional
      >
        <TextInput inputMode="numeric" defaultValue={values.qualifyDays} />
      </Field>
      <Field name="pointsPerUnit" label={t("settings.program.pointsPerUnit")} hint={t("settings.program.pointsPerUnitHint")} optional>
        <TextInput inputMode="numeric" autoComplete="off" defaultValue={values.pointsPerUnit} />
      </Field>
      <Field name="keepMonths" label={t("settings.program.keep")} hint={t("settings.program.keepHint")} optional>
        <TextInput inputMode="numeric" autoComplete="off" defaultValue={values.keepMonths} />
      </Field>
      <RadioGroup
        name="model"
        legend={t("settings.program.model")}
        options={models}
        defaultValue={values.model}
      />
    </>
  );
}

/** Who approves up to which amount, and the cookie. */
export function DecisionFields({ currency, type, values }: RulesFieldsProps & { type: ProgramType }) {
  const t = useT();
  const approvals = APPROVALS.map((value) => ({
    value,
    label: t(`settings.program.${value}`),
    hint: t(`settings.program.${value}Hint`),
  }));
  const cookies = COOKIE_RULES.filter((value) => cookieSuits(value, type)).map((value) => ({
    value,
    label: t(`cookie.rule.${value}`),
    hint: t(`cookie.rule.${value}Hint`),
  }));
  const limits = [
    ["autoApproveEachMinor", "autoApproveEach"],
    ["autoApprove30DaysMinor", "autoApprove30Days"],
    ["twoAdminsAboveMinor", "twoAdmins"],
  ] as const;
  return (
    <>
      <RadioGroup
        name="approval"
        legend={t("settings.program.approval")}
        options={approvals}
        defaultValue={values.approval}
      />
      {limits.map(([name, label]) => (
        <MoneyField
          key={name}
          name={name}
          label={t(`settings.program.${label}`)}
          currency={currency}
          defaultValue={values[name]}
        />
      ))}
      <RadioGroup
        name="cookie"
        legend={t("cookie.rule.title")}
        options={cookies}
        defaultValue={values.cookie}
      />
    </>
  );
}
