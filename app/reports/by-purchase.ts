/** Rows about the same purchase together, in the order they came. */
export function byPurchase<Row extends { purchaseId: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const map = new Map<string, Row[]>();
  for (const row of rows) {
    const known = map.get(row.purchaseId);
    if (known) known.push(row);
    else map.set(row.purchaseId, [row]);
  }
  return map;
}
