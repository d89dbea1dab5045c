const PART = 1_000;
/** Where so much is wrong, more rows tell nobody more. */
const ENOUGH = 1_000;

/**
 * Goes through rows of any number, a part at a time in the order of their ids, and gathers what is found in them: never a
 * whole table in memory.
 */
export async function lookInParts<Row extends { id: string }, Finding>(
  read: (after: string, limit: number) => Promise<Row[]>,
  look: (rows: Row[]) => Promise<Finding[]>,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (let after = ""; ; ) {
    const rows = await read(after, PART);
    if (rows.length > 0) findings.push(...(await look(rows)));
    const last = rows.at(-1);
    if (!last || rows.length < PART || findings.length >= ENOUGH) return findings;
    after = last.id;
  }
}
