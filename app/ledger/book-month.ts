/** A month as an address writes it, `2026-11`; null for everything that is none. */
export function readBookMonth(text: string | null): string | null {
  return text !== null && /^(19|20)\d{2}-(0[1-9]|1[0-2])$/.test(text) ? text : null;
}

/** The last day of a month: `2026-02` ends with `2026-02-28`. */
export function lastDayOf(month: string): string {
  const [year, number] = month.split("-").map(Number) as [number, number];
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}
