const DAY = /^(19|20)\d{2}-\d{2}-\d{2}$/;

/** A day as an address or a form writes it, `2026-11-24`; null for everything that is none, such as the 31st of February. */
export function readLocalDay(text: string | null): string | null {
  if (text === null || !DAY.test(text)) return null;
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text) ? text : null;
}
