/** Nobody reads on this far, and no offset grows out of bounds. */
const LAST_PAGE = 10_000;

/** The page an address asks for, from 1 on: a whole number whatever stands there. */
export function pageNumber(search: URLSearchParams): number {
  const asked = Math.trunc(Number(search.get("page")));
  return Math.min(Math.max(1, asked || 1), LAST_PAGE);
}
