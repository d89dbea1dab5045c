const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A day as an address or a form writes it, `2026-11-24`; null for everything that is none. */
export function readLocalDay(text: string | null): string | null {
  return text !== null && DAY.test(text) && !Number.isNaN(Date.parse(text)) ? text : null;
}
