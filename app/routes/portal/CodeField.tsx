import { useId } from "react";
import { buttonStyle } from "~/ui/components/button-style";
import { CONTROL } from "~/ui/components/control-style";
import { FieldErrors, useFieldState } from "~/ui/components/Field";
import { useT } from "~/ui/i18n";
import { useCodeCheck } from "./use-code-check";

interface CodeFieldProps {
  /** The address that says whether a code can be had. */
  checkAt: string;
  defaultValue: string;
  hint: string;
  /** What the server offered when the form came back. */
  offered?: string[];
}

/** The code, looked up while it is typed; without JavaScript it is checked when the form is sent. */
export function CodeField({ checkAt, defaultValue, hint, offered = [] }: CodeFieldProps) {
  const t = useT();
  const id = useId();
  const { state, errors } = useFieldState("code", id, true, true);
  const start = state.typed ?? defaultValue;
  const { code, setCode, busy, check, scripted } = useCodeCheck(checkAt, start);
  // What came back with the form speaks of the code it came back with.
  const stale = code !== start;
  const suggestions = check && !check.ok ? check.suggestions : stale ? [] : offered;
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="font-semibold">
        {t("portal.join.codeLabel")}
      </label>
      <p id={`${id}-hint`} className="measure text-sm break-words text-muted">
        {hint}
      </p>
      <input
        id={id}
        name="code"
        required
        maxLength={60}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        aria-describedby={`${id}-hint ${id}-answer${state.invalid && !stale ? ` ${id}-error` : ""}`}
        aria-invalid={(check ? !check.ok : state.invalid && !stale) || undefined}
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
        className={`${CONTROL} font-mono uppercase`}
      />
      {stale ? null : <FieldErrors id={id} errors={errors} />}
      <div id={`${id}-answer`} role="status" className="text-sm font-semibold">
        {busy ? <p className="font-normal text-muted">{t("portal.join.code.checking")}</p> : null}
        {check?.ok ? <p className="text-calm">{t("portal.join.code.free", { code: check.code })}</p> : null}
        {check && !check.ok ? <p className="text-lost">{t(`portal.join.code.${check.problem}`)}</p> : null}
      </div>
      {suggestions.length > 0 ? (
        <p className="flex flex-wrap items-center gap-2 text-sm">
          <span>{t("portal.join.code.suggest")}</span>
          {suggestions.map((suggestion) =>
            scripted ? (
              <button
                key={suggestion}
                type="button"
                aria-label={t("portal.join.code.take", { code: suggestion })}
                onClick={() => setCode(suggestion)}
                className={buttonStyle("secondary", "small")}
              >
                {suggestion}
              </button>
            ) : (
              <strong key={suggestion} className="font-mono">
                {suggestion}
              </strong>
            ),
          )}
        </p>
      ) : null}
    </div>
  );
}
