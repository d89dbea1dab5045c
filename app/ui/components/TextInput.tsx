import type { ComponentPropsWithoutRef } from "react";
import { CONTROL } from "./control-style";
import { useField } from "./form-context";

type TextInputProps = Omit<ComponentPropsWithoutRef<"input">, "name" | "id" | "className" | "value">;

/** One line of text inside a `<Field>`. */
export function TextInput({ type = "text", defaultValue, ...rest }: TextInputProps) {
  const { id, name, describedBy, invalid, required, typed } = useField();
  return (
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
}
