/**
 * Okabe and Ito's colours in the order that keeps the most contrast with both grounds, with a dash each, so that a
 * chart also reads in greyscale and on paper.
 */
const SERIES = [
  { stroke: "stroke-chart-blue", fill: "fill-chart-blue", dash: undefined },
  { stroke: "stroke-chart-vermilion", fill: "fill-chart-vermilion", dash: "7 4" },
  { stroke: "stroke-chart-green", fill: "fill-chart-green", dash: "2 3" },
  { stroke: "stroke-chart-purple", fill: "fill-chart-purple", dash: "9 3 2 3" },
] as const;

export type SeriesColour = (typeof SERIES)[number];

/** The look of the n-th series. More than four on one chart cannot be told apart, so the colours start anew. */
export function seriesColour(index: number): SeriesColour {
  return SERIES[index % SERIES.length] as SeriesColour;
}
