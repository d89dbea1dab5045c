import type { ReactNode } from "react";
import { useT } from "../../i18n";
import { Explain } from "../Explain";
import { Sparkline } from "./Sparkline";

interface FigureProps {
  label: ReactNode;
  value: ReactNode;
  /** The bounds, as they are read. */
  interval?: { low: string; high: string };
  history?: number[];
  /** What exactly is counted. */
  definition?: { label: ReactNode; text: ReactNode };
  /** A link to the rows behind it. */
  rows?: ReactNode;
}

/** One number of a report: what it is, how sure it is, how it came about. */
export function Figure({ label, value, interval, history, definition, rows }: FigureProps) {
  const t = useT();
  return (
    <div className="flex flex-col gap-1.5 rounded-lg border border-hairline bg-surface p-4">
      <p className="text-sm font-semibold text-muted">{label}</p>
      <p className="money font-serif text-xl">{value}</p>
      {interval ? <p className="text-sm text-muted">{t("common.chart.interval", interval)}</p> : null}
      {history && history.length > 1 ? <Sparkline values={history} /> : null}
      {rows}
      {definition ? <Explain label={definition.label}>{definition.text}</Explain> : null}
    </div>
  );
}
