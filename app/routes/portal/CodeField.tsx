import { useFetcher } from "@remix-run/react";
import { useEffect, useId, useRef, useState } from "react";
import type { FreeCodeCheck } from "~/sharing/check-free-code.server";
import { CONTROL } from "~/ui/components/control-style";
import { FieldErrors, useFieldState } from "~/ui/components/Field";
import { buttonStyle } from "~/ui/components/button-style";
import { useT } from "~/ui/i18n";

interface CodeFieldProps {
  /** The join page of the program, which answers `?check=`. */
  checkAt: string;
  defaultValue: string;
  hint: string;
  /** What the server offered when the form came back. */
  offered?: string[];
}

const PAUSE_MS = 350;

/** The code, looked up while it is typed; without JavaScript it is checked when the form is sent. */
export function CodeField({ checkAt, defaultValue, hint, offered = [] }: CodeFieldProps) {
  const t = useT();
  const id = useId();
  const fetcher = useFetcher<{ check: FreeCodeCheck | null }>();
  const { state, errors } = useFieldState("code", id, true, true);
  const [code, setCode] = useState(state.typed ?? defaultValue);
  const [asked, setAsked] = useState<string | null>(null);
  const [scripted, setScripted] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  useEffect(() => {
    setScripted(true);
    return () => clearTimeout(timer.current);
  }, []);

  function ask(next: string) {
    setCode(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      setAsked(next);
      fetcher.load(`${checkAt}?check=${encodeURIComponent(next)}`);
    }, PAUSE_MS);
  }

  const answered = asked === code && fetcher.state === "idle" ? (fetcher.data?.check ?? null) : null;
  const suggestions = answered && !answered.ok ? answered.suggestions : asked === null ? offered : [];
  const stale = asked !== null || code !== (state.typed ?? defaultValue);
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
        aria-describedby={`${id}-hint ${id}-answer${state.invalid ? ` ${id}-error` : ""}`}
        aria-invalid={(state.invalid && !stale) || (answered ? !answered.ok : undefined) || undefined}
        value={code}
        onChange={(event) => ask(event.currentTarget.value)}
        className={`${CONTROL} font-mono uppercase`}
      />
      {stale ? null : <FieldErrors id={id} errors={errors} />}
      <div id={`${id}-answer`} role="status" className="text-sm">
        {fetcher.state === "loading" ? <p className="text-muted">{t("portal.join.code.checking")}</p> : null}
        {answered?.ok ? <p className="font-semibold text-calm">{t("portal.join.code.free", { code: answered.code })}</p> : null}
        {answered && !answered.ok ? <p className="font-semibold text-lost">{t(`portal.join.code.${answered.problem}`)}</p> : null}
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
                onClick={() => ask(suggestion)}
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
