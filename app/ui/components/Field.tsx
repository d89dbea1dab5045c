import { useId, useMemo, type ReactNode } from "react";
import { useT } from "../i18n";
import { FieldContext, useFormReply } from "./form-context";
import { Icon } from "./Icon";
import { useMessage } from "./use-message";

interface FieldProps {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  /** Fields are required unless they say otherwise, and only the optional ones are marked. */
  optional?: boolean;
  children: ReactNode;
}

/** Label, hint, control and error of one value, tied together for every reader. */
export function Field({ name, label, hint, optional = false, children }: FieldProps) {
  const t = useT();
  const id = useId();
  const { state, errors } = useFieldState(name, id, hint !== undefined, !optional);
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="font-semibold">
        {label}
        {optional ? (
          <span className="ml-2 text-sm font-normal text-muted">{t("common.optional")}</span>
        ) : null}
      </label>
      {hint ? (
        <p id={`${id}-hint`} className="measure text-sm text-muted">
          {hint}
        </p>
      ) : null}
      <FieldContext.Provider value={state}>{children}</FieldContext.Provider>
      <FieldErrors id={id} errors={errors} />
    </div>
  );
}

/** What the last answer said about a field. Shared by single fields and groups. */
export function useFieldState(name: string, id: string, hinted: boolean, required: boolean) {
  const reply = useFormReply();
  const message = useMessage();
  const errors = Object.entries(reply?.fieldErrors ?? {})
    .filter(([path]) => path === name || path.startsWith(`${name}[`))
    .flatMap(([, found]) => found.map(message));
  const typed = reply?.values[name];
  const invalid = errors.length > 0;
  const describedBy =
    [hinted ? `${id}-hint` : "", invalid ? `${id}-error` : ""].filter(Boolean).join(" ") || undefined;
  const state = useMemo(
    () => ({ id, name, describedBy, invalid, required, typed: Array.isArray(typed) ? typed[0] : typed }),
    [id, name, describedBy, invalid, required, typed],
  );
  return { state, errors, typed };
}

export function FieldErrors({ id, errors }: { id: string; errors: string[] }) {
  if (errors.length === 0) return null;
  return (
    <p id={`${id}-error`} className="flex items-start gap-1.5 text-sm font-semibold text-lost">
      <Icon name="warning" className="mt-0.5 size-4" />
      <span>{errors.join(" ")}</span>
    </p>
  );
}
