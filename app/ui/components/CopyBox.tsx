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
      {/* On a phone the button stands beside the label, so that a whole address fits the field. */}
      <div className="grid grid-cols-[1fr_auto] items-center gap-x-2 gap-y-1.5">
        <label id={`${id}-label`} htmlFor={id} className="min-h-5 text-sm font-semibold text-muted sm:col-span-2">
          {label}
        </label>
        <input
          ref={field}
          id={id}
          readOnly
          value={value}
          onFocus={(event) => event.currentTarget.select()}
          className={`${CONTROL} min-w-0 font-mono max-sm:col-span-2 max-sm:row-start-2`}
        />
        {state === "server" ? null : (
          <button type="button" aria-describedby={`${id}-label`} onClick={() => void copy()} className={`${buttonStyle("secondary", "small")} sm:min-h-11`}>
            <Icon name={state === "copied" ? "check" : "copy"} />
            {state === "copied" ? t("common.copied") : t("common.copy")}
          </button>
        )}
      </div>
      <p role="status" className={state === "byHand" ? "text-sm text-muted" : "sr-only"}>
        {state === "copied" ? t("common.copied") : state === "byHand" ? t("common.copyByHand") : null}
      </p>
    </div>
  );
}
