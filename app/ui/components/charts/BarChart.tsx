import type { ReactNode } from "react";
import { seriesColour } from "./chart-colours";

export interface Bar {
  key: string;
  label: ReactNode;
  value: number;
  /** The value as it is read: "EUR 120.00", "38 %". */
  shown: ReactNode;
  /** Bounds of its interval; drawn as a band over the bar's end. */
  low?: number;
  high?: number;
  /** Opens the rows behind it. */
  note?: ReactNode;
}

interface BarChartProps {
  bars: Bar[];
  /** Where 100 % is; the longest bar or bound when left out. */
  full?: number;
  series?: number;
}

/** Lying bars from zero, each with its own words beside it. A list for a screen reader. */
export function BarChart({ bars, full, series = 0 }: BarChartProps) {
  const top = full ?? Math.max(...bars.map(({ value, high }) => Math.max(value, high ?? 0)), 0);
  const width = (value: number) => `${top > 0 ? Math.round((Math.max(value, 0) / top) * 1000) / 10 : 0}%`;
  const { fill } = seriesColour(series);
  return (
    <ul className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-3 sm:grid-cols-[minmax(min-content,max-content)_1fr_auto]">
      {bars.map(({ key, label, value, shown, low, high, note }) => (
        <li key={key} className="col-span-full grid grid-cols-subgrid items-baseline gap-y-1">
          <span>{label}</span>
          <svg
            height="18"
            className="w-full max-sm:order-last max-sm:col-span-2"
            aria-hidden="true"
            focusable="false"
          >
            <line x1="0.5" x2="0.5" y1="0" y2="18" className="stroke-edge" />
            <rect x="0" y="3" height="12" width={width(value)} className={fill} />
            {low !== undefined && high !== undefined ? (
              <>
                <rect
                  x={width(low)}
                  y="0.5"
                  height="17"
                  width={width(high - low)}
                  className="fill-ink"
                  opacity="0.16"
                />
                <line x1={width(low)} x2={width(low)} y1="0.5" y2="17.5" className="stroke-ink" />
                <line x1={width(high)} x2={width(high)} y1="0.5" y2="17.5" className="stroke-ink" />
              </>
            ) : null}
          </svg>
          <span className="money text-right font-semibold">
            {shown}
            {note ? <span className="block text-sm font-normal text-muted">{note}</span> : null}
          </span>
        </li>
      ))}
    </ul>
  );
}
