/**
 * Divides an amount by weights to the minor unit: each part is rounded down, and what is left goes one by one to the
 * parts that lost most by that, of equal ones to the earlier. The parts add up to the amount.
 * @throws RangeError for a negative amount or weight, and for weights that are all 0
 */
export function splitByWeights(amountMinor: bigint, weights: readonly bigint[]): bigint[] {
  if (weights.length === 0) return [];
  const total = weights.reduce((sum, weight) => sum + weight, 0n);
  if (amountMinor < 0n || total <= 0n || weights.some((weight) => weight < 0n)) {
    throw new RangeError("an amount is divided by weights of which none is negative and one is not 0");
  }
  const parts = weights.map((weight) => (amountMinor * weight) / total);
  const lost = (i: number) => (amountMinor * (weights[i] ?? 0n)) % total;
  const mostLost = [...weights.keys()].sort((a, b) => (lost(a) === lost(b) ? a - b : lost(a) > lost(b) ? -1 : 1));
  const left = Number(amountMinor - parts.reduce((sum, part) => sum + part, 0n));
  for (const i of mostLost.slice(0, left)) parts[i] = (parts[i] ?? 0n) + 1n;
  return parts;
}
