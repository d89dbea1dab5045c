import { stringify } from "csv-stringify/sync";

type Cell = string | number | bigint | Date | null;

/** A cell that a spreadsheet would read as a formula, also behind spaces or marks that it skips (ASVS 1.2.10). */
const FORMULA = /^[\s\u00a0\u3000\ufeff\0]*[=+\-@\t\r\0\uff1d\uff0b\uff0d\uff20]/u;
const PLAIN_NUMBER = /^-?\d+(\.\d+)?$/;

/** What stands in the file for a value: dates in ISO 8601, and texts that can never run as a formula. */
export function csvCell(value: Cell): string {
  if (value === null) return "";
  if (value instanceof Date) return value.toISOString();
  const text = String(value).replaceAll("\0", "");
  return FORMULA.test(String(value)) && !PLAIN_NUMBER.test(text) ? `'${text}` : text;
}

/** A download in RFC 4180, with a byte order mark so that spreadsheets read its accents. */
export function csvResponse(name: string, header: string[], rows: Cell[][]): Response {
  const body = stringify([header, ...rows.map((row) => row.map(csvCell))], { record_delimiter: "windows", quoted_match: /[\r\n]/ });
  return new Response(`\ufeff${body}`, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${name.replace(/[^a-z0-9.-]/gi, "-")}"`,
    },
  });
}
