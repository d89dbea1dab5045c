/**
 * Money is a whole number of minor units (cents; whole yen) and a currency, never a float (M1, I3).
 * Points are a currency too (`PTS`).
 */
export interface Money {
  amountMinor: bigint;
  currency: string;
}

const ZERO_DECIMAL = new Set([
  "BIF", "CLP", "DJF", "GNF", "JPY", "KMF", "KRW", "MGA", "PYG", "RWF", "UGX", "VND", "VUV", "XAF", "XOF", "XPF", "PTS",
]);

/** How many digits stand behind the decimal mark of a currency: 2, or 0 for the currencies without cents. */
export function currencyDigits(currency: string): 0 | 2 {
  return ZERO_DECIMAL.has(currency.toUpperCase()) ? 0 : 2;
}

/** Divides and rounds half away from zero, on whole numbers alone. @throws RangeError when `denominator` is not positive */
export function divideRounded(numerator: bigint, denominator: bigint): bigint {
  if (denominator <= 0n) throw new RangeError("denominator must be positive");
  const half = denominator / 2n;
  return numerator >= 0n ? (numerator + half) / denominator : -((-numerator + half) / denominator);
}

/** A share of an amount in basis points (1000 = 10 %), rounded to the minor unit. */
export function shareOf(amountMinor: bigint, basisPoints: number): bigint {
  return divideRounded(amountMinor * BigInt(basisPoints), 10_000n);
}

/** Making one takes far longer than using it. */
const formats = new Map<string, Intl.NumberFormat>();

/** An amount as a person of that language reads it, for example "€ 10,00" or "€10.00". */
export function formatMoney({ amountMinor, currency }: Money, locale: string): string {
  const digits = currencyDigits(currency);
  if (currency === "PTS") return new Intl.NumberFormat(locale).format(amountMinor);
  const negative = amountMinor < 0n;
  const absolute = (negative ? -amountMinor : amountMinor).toString().padStart(digits + 1, "0");
  const decimal = digits === 0 ? absolute : `${absolute.slice(0, -digits)}.${absolute.slice(-digits)}`;
  const key = `${locale} ${currency}`;
  let format = formats.get(key);
  if (!format) formats.set(key, (format = new Intl.NumberFormat(locale, { style: "currency", currency })));
  // Intl formats a decimal string exactly; a Number would lose cents above 2^53.
  return format.format(`${negative ? "-" : ""}${decimal}` as unknown as number);
}

/**
 * Reads an amount a person typed ("12,50", "12.5", "12") into minor units.
 * @returns null when it is not an amount in that currency
 */
export function parseAmount(text: string, currency: string): bigint | null {
  const match = /^(\d{1,12})(?:[.,](\d{1,2}))?$/.exec(text.trim());
  if (!match?.[1]) return null;
  const digits = currencyDigits(currency);
  const fraction = match[2] ?? "";
  if (fraction.length > digits) return null;
  return BigInt(match[1] + fraction.padEnd(digits, "0"));
}
