import { useId, type ReactNode } from "react";
import { useFormReply } from "./form-context";
import { FieldErrors, useFieldState } from "./Field";

interface CheckboxProps {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  /** What is sent when it is ticked; several boxes of one name each send their own. */
  value?: string;
  defaultChecked?: boolean;
  required?: boolean;
}

/** A yes that is given by ticking; not ticked means not sent. */
export function Checkbox({
  name,
  label,
  hint,
  value = "on",
  defaultChecked = false,
  required = false,
}: CheckboxProps) {
  const id = useId();
  const returned = useFormReply() !== null;
  const { state, errors, typed } = useFieldState(name, id, hint !== undefined, required);
  const ticked = Array.isArray(typed) ? typed.includes(value) : typed === value;
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="flex min-h-11 items-start gap-3 py-2">
        <input
          type="checkbox"
          id={id}
          name={name}
          value={value}
          required={required}
          defaultChecked={returned ? ticked : defaultChecked}
          aria-describedby={state.describedBy}
          aria-invalid={state.invalid || undefined}
          className="mt-0.5 size-5 shrink-0 accent-accent"
        />
        <span className="measure">{label}</span>
      </label>
      {hint ? (
        <p id={`${id}-hint`} className="measure -mt-2 pl-8 text-sm text-muted">
          {hint}
        </p>
      ) : null}
      <FieldErrors id={id} errors={errors} />
    </div>
  );
}
