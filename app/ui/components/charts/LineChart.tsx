import { seriesColour } from "./chart-colours";
import { marksFromZero } from "./scale";

export interface LinePoint {
  value: number;
  low?: number;
  high?: number;
}

export interface LineSeries {
  name: string;
  /** One point per label, in the same order. */
  points: LinePoint[];
}

interface LineChartProps {
  /** Read out instead of the drawing; the table behind holds the numbers. */
  summary: string;
  labels: string[];
  series: LineSeries[];
  /** How a mark of the scale is written. */
  write: (value: number) => string;
}

const HEIGHT = 200;
const TOP = 10;
const FLOOR = HEIGHT - 8;

/** Lines over time on a zero baseline, each named at its end, with its interval as a band. Sharp at every width. */
export function LineChart({ summary, labels, series, write }: LineChartProps) {
  const highest = Math.max(
    0,
    ...series.flatMap(({ points }) => points.map(({ value, high }) => Math.max(value, high ?? 0))),
  );
  const marks = marksFromZero(highest);
  const top = marks.at(-1) ?? 1;
  const y = (value: number) => Math.round((FLOOR - (value / top) * (FLOOR - TOP)) * 10) / 10;
  const x = (index: number) =>
    labels.length > 1 ? Math.round((index / (labels.length - 1)) * 1000) / 10 : 50;
  const line = (values: number[]) => values.map((value, i) => `${x(i)},${y(value)}`).join(" ");
  return (
    <div role="img" aria-label={summary} className="grid grid-cols-[auto_1fr_auto] gap-x-2 text-sm">
      <ol aria-hidden="true" className="relative w-14 text-right text-muted" style={{ height: HEIGHT }}>
        {marks.map((mark) => (
          <li key={mark} className="money absolute right-0 -translate-y-1/2" style={{ top: y(mark) }}>
            {write(mark)}
          </li>
        ))}
      </ol>
      <svg
        aria-hidden="true"
        viewBox={`0 0 100 ${HEIGHT}`}
        height={HEIGHT}
        preserveAspectRatio="none"
        className="w-full overflow-visible"
      >
        {marks.map((mark) => (
          <line
            key={mark}
            x1="0"
            x2="100"
            y1={y(mark)}
            y2={y(mark)}
            vectorEffect="non-scaling-stroke"
            className={mark === 0 ? "stroke-edge" : "stroke-hairline"}
          />
        ))}
        {series.map(({ name, points }, i) => {
          const { stroke, fill, dash } = seriesColour(i);
          const banded = points.some(({ low, high }) => low !== undefined && high !== undefined);
          const upper = points.map(({ value, high }) => high ?? value);
          const lower = points.map(({ value, low }) => low ?? value);
          return (
            <g key={name}>
              {banded ? (
                <polygon
                  points={`${line(upper)} ${lower
                    .map((v, j) => `${x(j)},${y(v)}`)
                    .reverse()
                    .join(" ")}`}
                  className={fill}
                  opacity="0.18"
                />
              ) : null}
              <polyline
                points={line(points.map(({ value }) => value))}
                fill="none"
                strokeWidth="2"
                strokeDasharray={dash}
                vectorEffect="non-scaling-stroke"
                className={stroke}
              />
            </g>
          );
        })}
      </svg>
      <ul aria-hidden="true" className="relative w-24 sm:w-32" style={{ height: HEIGHT }}>
        {spread(series.map(({ points }) => y(points.at(-1)?.value ?? 0))).map((at, i) => (
          <li
            key={series[i]?.name}
            className="absolute flex max-w-full -translate-y-1/2 items-center gap-1.5 leading-tight"
            style={{ top: at }}
          >
            <svg width="10" height="10" className="shrink-0">
              <circle cx="5" cy="5" r="4" className={seriesColour(i).fill} />
            </svg>
            {series[i]?.name}
          </li>
        ))}
      </ul>
      <div aria-hidden="true" className="col-start-2 flex justify-between gap-2 text-muted">
        {[0, Math.floor((labels.length - 1) / 2), labels.length - 1]
          .filter((index, i, all) => index >= 0 && all.indexOf(index) === i)
          .map((index) => (
            <span key={index}>{labels[index]}</span>
          ))}
      </div>
    </div>
  );
}

const LABEL_GAP = 20;

/** Moves labels that would lie on each other apart, downwards first, and back up where the floor is reached. */
function spread(wanted: number[]): number[] {
  const order = wanted.map((at, i) => ({ at, i })).sort((a, b) => a.at - b.at);
  let last = -Infinity;
  for (const label of order) last = label.at = Math.max(label.at, last + LABEL_GAP);
  let ceiling = FLOOR;
  for (const label of order.toReversed()) {
    label.at = Math.min(label.at, ceiling);
    ceiling = label.at - LABEL_GAP;
  }
  const placed = new Map(order.map(({ at, i }) => [i, at]));
  return wanted.map((at, i) => placed.get(i) ?? at);
}
