import { useEffect, useId, useState } from "react";
import { useT } from "../i18n";
import { buttonStyle } from "./button-style";
import { Icon } from "./Icon";

/** Lines to take along: one tap with JavaScript, selectable text without. They scroll inside their frame, by key too. */
export function CodeBlock({ label, code }: { label: string; code: string }) {
  const t = useT();
  const id = useId();
  const [state, setState] = useState<"server" | "ready" | "copied">("server");

  // The button needs JavaScript, so it appears only where there is some.
  useEffect(() => setState("ready"), []);

  async function copy() {
    try {
      await navigator.clipboard.writeText(code);
      setState("copied");
    } catch {
      // No right to write there: the lines can be selected.
    }
  }

  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <div className="flex min-h-11 items-center justify-between gap-3">
        <span id={id} className="font-mono text-sm text-muted wrap-anywhere">
          {label}
        </span>
        {state === "server" ? null : (
          <button type="button" aria-describedby={id} onClick={() => void copy()} className={buttonStyle("secondary", "small")}>
            <Icon name={state === "copied" ? "check" : "copy"} />
            {state === "copied" ? t("common.copied") : t("common.copy")}
          </button>
        )}
      </div>
      <pre
        role="region"
        aria-labelledby={id}
        tabIndex={0}
        lang="en"
        className="max-h-120 overflow-auto rounded-lg border border-hairline bg-sunken p-4 font-mono text-sm leading-normal"
      >
        <code>{code}</code>
      </pre>
    </div>
  );
}
