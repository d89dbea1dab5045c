import type { ComponentPropsWithoutRef } from "react";
import { CONTROL } from "./control-style";
import { useField } from "./form-context";
import { Icon } from "./Icon";

export interface Option {
  value: string;
  label: string;
}

interface SelectProps
  extends Omit<ComponentPropsWithoutRef<"select">, "name" | "id" | "className" | "value" | "children"> {
  options: Option[];
}

/** A choice from a list inside a `<Field>`. */
export function Select({ options, defaultValue, ...rest }: SelectProps) {
  const { id, name, describedBy, invalid, required, typed } = useField();
  return (
    <span className="relative block">
      <select
        {...rest}
        id={id}
        name={name}
        required={required}
        aria-describedby={describedBy}
        aria-invalid={invalid || undefined}
        defaultValue={typed ?? defaultValue}
        className={`${CONTROL} appearance-none pr-11`}
      >
        {options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      <Icon name="down" className="pointer-events-none absolute top-3 right-3 size-5" />
    </span>
  );
}
