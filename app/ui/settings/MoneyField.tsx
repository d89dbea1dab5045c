import { Field } from "../components/Field";
import { TextInput } from "../components/TextInput";

interface MoneyFieldProps {
  name: string;
  label: string;
  hint?: string;
  currency: string;
  defaultValue: string;
  optional?: boolean;
}

/** An amount as it is typed; the currency stands in the label, because a program cannot change it. */
export function MoneyField({ name, label, hint, currency, defaultValue, optional }: MoneyFieldProps) {
  return (
    <Field name={name} label={`${label} (${currency})`} hint={hint} optional={optional}>
      <TextInput inputMode="decimal" autoComplete="off" defaultValue={defaultValue} />
    </Field>
  );
}
