import { Field } from "../components/Field";
import { Select } from "../components/Select";
import { TextInput } from "../components/TextInput";
import { useT } from "../i18n";

interface BenefitFieldsProps {
  name: "friendOffer" | "ownOffer";
  currency: string;
  kind: string;
  value: string;
}

/** What an offer is: an amount, a percentage or nothing. */
export function BenefitFields({ name, currency, kind, value }: BenefitFieldsProps) {
  const t = useT();
  const options = (["flat", "percent", "none"] as const).map((option) => ({
    value: option,
    label:
      option === "flat" ? `${t("settings.program.flat")} (${currency})` : t(`settings.program.${option}`),
  }));
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 font-serif text-lg">{t(`settings.program.${name}`)}</legend>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field name={`${name}Kind`} label={t("settings.program.kind")}>
          <Select options={options} defaultValue={kind} />
        </Field>
        <Field name={`${name}Value`} label={t("settings.program.value")}>
          <TextInput inputMode="decimal" autoComplete="off" defaultValue={value} />
        </Field>
      </div>
    </fieldset>
  );
}
