import { useId, type ReactNode } from "react";
import { FieldErrors, useFieldState } from "./Field";

interface RadioOption {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
}

interface RadioGroupProps {
  name: string;
  legend: ReactNode;
  hint?: ReactNode;
  options: RadioOption[];
  defaultValue?: string;
}

/** One of a few choices, all in sight. */
export function RadioGroup({ name, legend, hint, options, defaultValue }: RadioGroupProps) {
  const id = useId();
  const { state, errors } = useFieldState(name, id, hint !== undefined, true);
  const chosen = state.typed ?? defaultValue;
  return (
    <fieldset className="flex flex-col gap-1.5" aria-describedby={state.describedBy}>
      <legend className="mb-1 font-semibold">{legend}</legend>
      {hint ? (
        <p id={`${id}-hint`} className="measure text-sm text-muted">
          {hint}
        </p>
      ) : null}
      {options.map((option) => (
        <label
          key={option.value}
          className="flex min-h-11 cursor-pointer items-start gap-3 rounded-lg border border-edge bg-surface px-3 py-2.5 has-checked:border-accent has-checked:outline has-checked:outline-accent"
        >
          <input
            type="radio"
            name={name}
            value={option.value}
            defaultChecked={option.value === chosen}
            className="mt-0.5 size-5 shrink-0 accent-accent"
          />
          <span className="flex flex-col">
            <span>{option.label}</span>
            {option.hint ? <span className="text-sm text-muted">{option.hint}</span> : null}
          </span>
        </label>
      ))}
      <FieldErrors id={id} errors={errors} />
    </fieldset>
  );
}
