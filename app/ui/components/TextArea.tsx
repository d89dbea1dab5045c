import type { ComponentPropsWithoutRef } from "react";
import { CONTROL } from "./control-style";
import { useField } from "./form-context";

type TextAreaProps = Omit<ComponentPropsWithoutRef<"textarea">, "name" | "id" | "className" | "value">;

/** Several lines of text inside a `<Field>`. */
export function TextArea({ rows = 4, defaultValue, ...rest }: TextAreaProps) {
  const { id, name, describedBy, invalid, required, typed } = useField();
  return (
    <textarea
      {...rest}
      id={id}
      name={name}
      rows={rows}
      required={required}
      aria-describedby={describedBy}
      aria-invalid={invalid || undefined}
      defaultValue={typed ?? defaultValue}
      className={CONTROL}
    />
  );
}
