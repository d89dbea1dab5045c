import type { ReactNode } from "react";
import { Icon } from "./Icon";

interface ExplainProps {
  /** What is explained: a word, a figure's name, a status. */
  label: ReactNode;
  children: ReactNode;
  open?: boolean;
  /** For a table or a chart; words stay in a column that reads well. */
  wide?: boolean;
}

/** A definition or a reason that opens under its word, on a tap or a key, also without JavaScript. */
export function Explain({ label, children, open, wide = false }: ExplainProps) {
  return (
    <details open={open} className="group">
      <summary className="flex min-h-11 list-none items-center gap-1.5 font-semibold text-accent">
        <Icon name="down" className="size-4 transition-transform duration-150 group-open:rotate-180" />
        {label}
      </summary>
      <div className={`flex flex-col gap-3 pt-1 pb-3 ${wide ? "" : "measure"}`}>{children}</div>
    </details>
  );
}
