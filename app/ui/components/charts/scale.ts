/** Steps a person counts in. */
const STEPS = [1, 2, 2.5, 5, 10];

/**
 * Round marks from zero up to at least `highest`: every chart stands on zero.
 * @param wanted how many steps fit about
 */
export function marksFromZero(highest: number, wanted = 4): number[] {
  if (!(highest > 0)) return [0, 1];
  const rough = highest / wanted;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = (STEPS.find((s) => s * power >= rough) ?? 10) * power;
  const count = Math.ceil(highest / step - 1e-9);
  return Array.from({ length: count + 1 }, (_, i) => Number((i * step).toPrecision(12)));
}
