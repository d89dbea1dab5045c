/** The middle of some figures; of two middles the mean. NaN of none. */
export function median(figures: readonly number[]): number {
  const sorted = [...figures].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] ?? NaN) : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2;
}

/** The figure that a part of all figures does not exceed: `percentile(times, 0.99)` is the p99. NaN of none. */
export function percentile(figures: readonly number[], part: number): number {
  const sorted = [...figures].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)] ?? NaN;
}

/** As short as a reader needs it. */
export function rounded(figure: number, digits = 2): number {
  return Number(figure.toFixed(digits));
}
