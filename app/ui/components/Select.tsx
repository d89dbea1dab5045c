import type { ComponentPropsWithoutRef } from "react";
import { CONTROL } from "./control-style";
import { useField } from "./form-context";

export interface Option {
  value: string;
  label: string;
}

interface SelectProps extends Omit<ComponentPropsWithoutRef<"select">, "name" | "id" | "className" | "value" | "children"> {
  options: Option[];
}

/** A choice from a list inside a `<Field>`. */
export function Select({ options, defaultValue, ...rest }: SelectProps) {
  const { id, name, describedBy, invalid, required, typed } = useField();
  return (
    <select
      {...rest}
      id={id}
      name={name}
      required={required}
      aria-describedby={describedBy}
      aria-invalid={invalid || undefined}
      defaultValue={typed ?? defaultValue}
      className={CONTROL}
    >
      {options.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  );
}
