import type { ComponentPropsWithoutRef } from "react";
import { CONTROL } from "./control-style";

interface FilterFieldProps extends Omit<ComponentPropsWithoutRef<"input">, "className" | "value"> {
  label: string;
  /** As wide as two choices where the form has few columns. */
  wide?: boolean;
}

/** One typed word or day of a search form that lives in the address. */
export function FilterField({ label, wide = false, ...input }: FilterFieldProps) {
  return (
    <label className={`flex min-w-0 flex-col gap-1.5 font-semibold ${wide ? "col-span-2 lg:col-span-1" : ""}`}>
      {label}
      <input {...input} className={`${CONTROL} font-normal`} />
    </label>
  );
}
