import { seriesColour } from "./chart-colours";

/** A small history beside a figure: zero at the foot, the newest at the right. The words stand beside it. */
export function Sparkline({ values }: { values: number[] }) {
  const top = Math.max(...values, 0) || 1;
  const points = values
    .map((value, i) => {
      const x = values.length > 1 ? (i / (values.length - 1)) * 100 : 50;
      return `${x.toFixed(1)},${(30 - (Math.max(value, 0) / top) * 28).toFixed(1)}`;
    })
    .join(" ");
  return (
    <svg
      viewBox="0 0 100 32"
      preserveAspectRatio="none"
      height="32"
      className="w-full overflow-visible"
      aria-hidden="true"
      focusable="false"
    >
      <line x1="0" x2="100" y1="31" y2="31" vectorEffect="non-scaling-stroke" className="stroke-edge" />
      <polyline
        points={points}
        fill="none"
        strokeWidth="2"
        vectorEffect="non-scaling-stroke"
        className={seriesColour(0).stroke}
      />
    </svg>
  );
}
