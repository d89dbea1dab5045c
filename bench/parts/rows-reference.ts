/*
 * The plain reference: bare `node:http`, `pg` and hand-written SQL. It inserts the same rows into the same tables as one
 * sale of Vouch's, with new ids, one INSERT per table, in one transaction per sale; it checks, decides and renders
 * nothing. Its statements are prepared and its pool is as large as Vouch's.
 *
 * REFERENCE_SAMPLE is the file with the rows of a sale, REFERENCE_TOLD what was told of that sale: a field with its text
 * for each text that is another one in every sale.
 */
import { readFileSync } from "node:fs";
import pg from "pg";
import { newId } from "~/platform/ids";
import type { Sample } from "./sample";
import { servePosts } from "./serve-posts";

type Told = Record<string, string>;

/** A text with the places where each sale has its own. */
type Template = (string | { slot: number })[] | null;

const { REFERENCE_DATABASE_URL: connectionString, REFERENCE_SAMPLE: file = "", REFERENCE_TOLD = "" } = process.env;
const sample = JSON.parse(readFileSync(file, "utf8")) as Sample;
const sampled = JSON.parse(REFERENCE_TOLD) as Told;
const fields = Object.keys(sampled);
const pool = new pg.Pool({ connectionString, max: 10 });

const linkOf = (token: string) => /lnk_([0-9a-z]{26})/.exec(token)?.[1] ?? "";
const ownIds = sample.tables.flatMap(({ columns, rows }) => rows.flatMap((row) => row[columns.indexOf("id")] ?? []));
/** What differs from sale to sale: what was told of it, whose link it is, and the ids of the rows. */
const slotsOf = (told: Told) => [...fields.map((field) => told[field] ?? ""), linkOf(told.clickId ?? "")];
const slots = [...slotsOf(sampled), ...ownIds];
const anySlot = new RegExp(`(${slots.join("|")})`);

const inserts = sample.tables.map(({ name, columns, rows }) => {
  const places = rows.map((row, r) => `(${row.map((_, c) => `$${r * row.length + c + 1}`).join(", ")})`).join(", ");
  return {
    name,
    text: `insert into ${name} (${columns.map((column) => `"${column}"`).join(", ")}) values ${places}`,
    templates: rows.flat().map(templateOf),
  };
});
const jobs = sample.jobs.map((args) => args.map(templateOf));

function templateOf(text: string | null): Template {
  return text === null ? null : text.split(anySlot).filter(Boolean).map((part) => (slots.includes(part) ? { slot: slots.indexOf(part) } : part));
}

function fill(template: Template, values: readonly string[]): string | null {
  return template === null ? null : template.map((part) => (typeof part === "string" ? part : values[part.slot])).join("");
}

async function insertSale(told: Told): Promise<void> {
  const values = [...slotsOf(told), ...ownIds.map((id) => id.replace(/_.*/, newId("evt").slice(3)))];
  const client = await pool.connect();
  try {
    await client.query("begin");
    for (const { name, text, templates } of inserts) {
      await client.query({ name, text, values: templates.map((template) => fill(template, values)) });
    }
    for (const job of jobs) {
      await client.query({
        name: "job",
        text: "select jobs.enqueue($1, $2::json, $3, clock_timestamp(), $4::integer, $5, 'replace')::text",
        values: job.map((template) => fill(template, values)),
      });
    }
    await client.query("commit");
    client.release();
  } catch (error) {
    client.release(true);
    throw error;
  }
}

servePosts(insertSale);
