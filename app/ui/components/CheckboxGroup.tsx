import { useId, type ReactNode } from "react";
import { FieldErrors, useFieldState } from "./Field";
import { useFormReply } from "./form-context";

interface CheckboxGroupProps {
  name: string;
  legend: ReactNode;
  options: { value: string; label: ReactNode; hint?: ReactNode; checked: boolean }[];
}

/** Any number of a few choices, with one error for all of them. */
export function CheckboxGroup({ name, legend, options }: CheckboxGroupProps) {
  const id = useId();
  const returned = useFormReply() !== null;
  const { errors, typed } = useFieldState(name, id, false, false);
  const ticked = (value: string) => (Array.isArray(typed) ? typed.includes(value) : typed === value);
  return (
    <fieldset className="flex flex-col gap-1" aria-describedby={errors.length > 0 ? `${id}-error` : undefined}>
      <legend className="mb-1 font-semibold">{legend}</legend>
      {options.map(({ value, label, hint, checked }) => (
        <label key={value} className="flex min-h-11 cursor-pointer items-start gap-3 py-1.5">
          <input
            type="checkbox"
            name={name}
            value={value}
            defaultChecked={returned ? ticked(value) : checked}
            className="mt-0.5 size-5 shrink-0 accent-accent"
          />
          <span className="flex flex-col">
            <span>{label}</span>
            {hint ? <span className="text-sm text-muted">{hint}</span> : null}
          </span>
        </label>
      ))}
      <FieldErrors id={id} errors={errors} />
    </fieldset>
  );
}
