import type { ComponentPropsWithoutRef } from "react";
import { CONTROL } from "./control-style";
import { useField } from "./form-context";

interface TextInputProps
  extends Omit<ComponentPropsWithoutRef<"input">, "name" | "id" | "className" | "value"> {
  /** Stands behind the box: "EUR", "%", "days". */
  unit?: string;
}

/** One line of text inside a `<Field>`. */
export function TextInput({ type = "text", defaultValue, unit, ...rest }: TextInputProps) {
  const { id, name, describedBy, invalid, required, typed } = useField();
  const input = (
    <input
      {...rest}
      id={id}
      name={name}
      type={type}
      required={required}
      aria-describedby={describedBy}
      aria-invalid={invalid || undefined}
      defaultValue={typed ?? defaultValue}
      className={CONTROL}
    />
  );
  if (unit === undefined) return input;
  return (
    <span className="flex items-center gap-2">
      {input}
      <span className="text-muted">{unit}</span>
    </span>
  );
}
