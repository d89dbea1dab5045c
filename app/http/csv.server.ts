import { Readable } from "node:stream";
import { createReadableStreamFromReadable } from "@remix-run/node";
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

const FORM = { record_delimiter: "windows", quoted_match: /[\r\n]/ } as const;

/** A download in RFC 4180, with a byte order mark so that spreadsheets read its accents. */
export function csvResponse(name: string, header: string[], rows: Cell[][]): Response {
  const body = stringify([header, ...rows.map((row) => row.map(csvCell))], FORM);
  return new Response(`\ufeff${body}`, { headers: fileHeaders(name, "text/csv") });
}

/** The same as parts, for rows that do not fit in memory. */
export async function* csvParts(header: string[], parts: AsyncIterable<Cell[][]>): AsyncGenerator<string> {
  yield `\ufeff${stringify([header], FORM)}`;
  for await (const rows of parts) yield stringify(rows.map((row) => row.map(csvCell)), FORM);
}

/** A download that is sent while it is made. */
export function fileResponse(name: string, type: string, parts: AsyncIterable<string>): Response {
  const body = createReadableStreamFromReadable(Readable.from(encoded(parts)));
  return new Response(body, { headers: fileHeaders(name, type) });
}

async function* encoded(parts: AsyncIterable<string>) {
  for await (const part of parts) yield Buffer.from(part);
}

function fileHeaders(name: string, type: string) {
  return {
    "Content-Type": `${type}; charset=utf-8`,
    "Content-Disposition": `attachment; filename="${name.replace(/[^a-z0-9.-]/gi, "-")}"`,
  };
}
