import { useEffect, useId, useRef, useState, type ReactNode } from "react";
import { useT } from "../i18n";
import { buttonStyle } from "./button-style";
import { CONTROL } from "./control-style";
import { Icon } from "./Icon";

interface CopyBoxProps {
  label: ReactNode;
  value: string;
  /** Told after a copy that worked, for the funnel. */
  onCopied?: () => void;
}

/** A text to take along: one tap with JavaScript, a selectable field without. */
export function CopyBox({ label, value, onCopied }: CopyBoxProps) {
  const t = useT();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [state, setState] = useState<"server" | "ready" | "copied" | "byHand">("server");

  // The button needs JavaScript, so it appears only where there is some.
  useEffect(() => setState("ready"), []);

  async function copy() {
    try {
      await navigator.clipboard.writeText(value);
      setState("copied");
      onCopied?.();
    } catch {
      field.current?.select();
      setState("byHand");
    }
  }

  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="text-sm font-semibold text-muted">
        {label}
      </label>
      <div className="flex gap-2">
        <input
          ref={field}
          id={id}
          readOnly
          value={value}
          onFocus={(event) => event.currentTarget.select()}
          className={`${CONTROL} min-w-0 flex-1 font-mono`}
        />
        {state === "server" ? null : (
          <button type="button" onClick={() => void copy()} className={buttonStyle("secondary")}>
            <Icon name={state === "copied" ? "check" : "copy"} />
            <span className="max-sm:sr-only">
              {state === "copied" ? t("common.copied") : t("common.copy")}
            </span>
          </button>
        )}
      </div>
      <p role="status" className={state === "byHand" ? "text-sm text-muted" : "sr-only"}>
        {state === "copied" ? t("common.copied") : state === "byHand" ? t("common.copyByHand") : null}
      </p>
    </div>
  );
}
