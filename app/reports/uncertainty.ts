/** Bounds within which the true value lies in 95 of 100 such samples. */
export interface Interval {
  low: number;
  high: number;
}

/** The 97.5 % point of the normal distribution. */
const Z = 1.959964;

/**
 * How sure a share is: the Wilson score interval, which stays honest for small numbers and shares near 0 or 1.
 * @returns null without a single trial
 */
export function shareInterval(successes: number, trials: number): Interval | null {
  if (trials <= 0) return null;
  const p = Math.min(successes / trials, 1);
  const z2 = Z * Z;
  const centre = (p + z2 / (2 * trials)) / (1 + z2 / trials);
  const half = (Z / (1 + z2 / trials)) * Math.sqrt((p * (1 - p)) / trials + z2 / (4 * trials * trials));
  return { low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}

/**
 * How sure a count is, when the events happen independently: Byar's approximation of the exact Poisson interval.
 */
export function countInterval(count: number): Interval {
  const low = count === 0 ? 0 : count * (1 - 1 / (9 * count) - Z / (3 * Math.sqrt(count))) ** 3;
  const above = count + 1;
  const high = above * (1 - 1 / (9 * above) + Z / (3 * Math.sqrt(above))) ** 3;
  return { low: Math.max(0, low), high };
}

/**
 * How sure a sum of independent amounts is (compound Poisson, normal approximation): sum ± z √Σx².
 * Amounts in minor units as numbers: an estimate, never booked.
 */
export function sumInterval(amounts: number[]): Interval {
  const sum = amounts.reduce((total, amount) => total + amount, 0);
  const half = Z * Math.sqrt(amounts.reduce((total, amount) => total + amount * amount, 0));
  return { low: Math.max(0, sum - half), high: sum + half };
}
