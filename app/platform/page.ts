/** Where a list begins: after this row, of ids that grow with time; null is the newest. */
export interface PageWish {
  after: string | null;
  limit: number;
}

export interface PageOf<Row> {
  rows: Row[];
  /** What the next wish goes on after; null on the last page. */
  after: string | null;
}

/** The part of a query that reads one page, newest first, and one row to see whether there is more. */
export function pageArgs({ after, limit }: PageWish) {
  return { where: after === null ? {} : { id: { lt: after } }, orderBy: { id: "desc" }, take: limit + 1 } as const;
}

/** Rows that come meanwhile stand before a page, never in it: nothing is shown twice or left out. */
export function pageOf<Row extends { id: string }>(rows: Row[], { limit }: PageWish): PageOf<Row> {
  const shown = rows.slice(0, limit);
  return { rows: shown, after: rows.length > limit ? (shown.at(-1)?.id ?? null) : null };
}
