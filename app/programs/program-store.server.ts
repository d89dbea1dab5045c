import { Prisma } from "../../prisma/generated/client";
import type { Tx } from "~/platform/db.server";
import { columnsOf } from "~/platform/sql.server";
import type { BusinessCalendar } from "./business-calendar";
import type { Program, ProgramStatus, ProgramType, ProgramVersion, TermsVersion } from "./program";
import type { ProgramCopyByLocale } from "./program-copy";
import { rulesFromJson, rulesToJson } from "./program-rules-schema";
import type { Clause } from "./terms";

type ProgramRow = Prisma.ProgramGetPayload<object>;
type VersionRow = Prisma.ProgramVersionGetPayload<object>;
type TermsRow = Prisma.TermsVersionGetPayload<object>;

const PROGRAM = columnsOf(Prisma.ProgramScalarFieldEnum);
const VERSION = columnsOf(Prisma.ProgramVersionScalarFieldEnum);
const TERMS = columnsOf(Prisma.TermsVersionScalarFieldEnum);

/** What was published never changes: what was read once need not be read again. */
const knownVersions = new Map<string, ProgramVersion>();
const knownTerms = new Map<string, TermsVersion>();

async function readPublished<Row extends { id: string }, Value>(
  known: Map<string, Value>,
  ids: readonly string[],
  read: (missing: string[]) => Promise<Row[]>,
  decode: (row: Row) => Value,
): Promise<Value[]> {
  const missing = ids.filter((id) => !known.has(id));
  if (missing.length > 0) for (const row of await read(missing)) known.set(row.id, decode(row));
  return ids.flatMap((id) => known.get(id) ?? []);
}

const readVersions = (tx: Tx, ids: readonly string[]) =>
  readPublished(knownVersions, ids, (missing) => tx.sql.rows<VersionRow>`select ${VERSION} from program_version where id = any(${missing})`, versionOf);

const readTerms = (tx: Tx, ids: readonly string[]) =>
  readPublished(knownTerms, ids, (missing) => tx.sql.rows<TermsRow>`select ${TERMS} from terms_version where id = any(${missing})`, termsOf);

// Copy, clauses and calendar were checked when they were written, and their rows cannot change: only the rules need
// decoding, because JSON holds no bigint.
function versionOf(row: VersionRow): ProgramVersion {
  return { ...row, rules: rulesFromJson(row.rules), copy: row.copy as unknown as ProgramCopyByLocale };
}

function termsOf(row: TermsRow): TermsVersion {
  return { ...row, clauses: row.clauses as unknown as Clause[] };
}

async function programsOf(tx: Tx, rows: ProgramRow[]): Promise<Program[]> {
  const ids = (of: (row: ProgramRow) => string | null) => rows.flatMap((row) => of(row) ?? []);
  const versions = await readVersions(tx, ids((row) => row.currentVersionId));
  const terms = await readTerms(tx, ids((row) => row.currentTermsId));
  return rows.flatMap((row) => {
    const version = versions.find(({ id }) => id === row.currentVersionId);
    if (!version) return [];
    const accepted = terms.find(({ id }) => id === row.currentTermsId);
    const { id, slug, type, status, joinPolicy } = row;
    const calendar = row.calendar as unknown as BusinessCalendar;
    return {
      id,
      slug,
      type,
      status,
      joinPolicy,
      calendar,
      version,
      terms: accepted ?? null,
    };
  });
}

export async function findProgram(tx: Tx, by: { id: string } | { slug: string }): Promise<Program | null> {
  const [id, slug] = "id" in by ? [by.id, null] : [null, by.slug];
  const rows = await tx.sql.rows<ProgramRow>`select ${PROGRAM} from program where id = ${id} or slug = ${slug}`;
  return (await programsOf(tx, rows))[0] ?? null;
}

/** A program, and every version of its rules that was ever published, newest first. */
export async function findProgramWithVersions(tx: Tx, id: string): Promise<{ program: Program; versions: ProgramVersion[] } | null> {
  const rows = await tx.sql.rows<ProgramRow & { versionIds: string[] }>`
    select ${PROGRAM}, array(select v.id from program_version v where v.program_id = program.id order by v.number desc) as version_ids
      from program where id = ${id}`;
  const [program] = await programsOf(tx, rows);
  return program ? { program, versions: await readVersions(tx, rows[0]?.versionIds ?? []) } : null;
}

/** In the order they were made. */
export async function findPrograms(tx: Tx, status: ProgramStatus | null = null): Promise<Program[]> {
  const rows = await tx.sql.rows<ProgramRow>`
    select ${PROGRAM} from program where ${status}::program_status is null or status = ${status}::program_status order by id`;
  return await programsOf(tx, rows);
}

/** Keeps everybody else who wants to change this program waiting. @returns its type; null when there is none */
export async function lockProgramRow(tx: Tx, id: string): Promise<ProgramType | null> {
  const rows = await tx.$queryRaw<{ type: ProgramType }[]>`select type from program where id = ${id} for update`;
  return rows[0]?.type ?? null;
}

/** The same, and reads it as it stands once the lock is held. */
export async function lockProgram(tx: Tx, id: string): Promise<Program | null> {
  return (await lockProgramRow(tx, id)) ? findProgram(tx, { id }) : null;
}

export async function slugIsTaken(tx: Tx, slug: string): Promise<boolean> {
  return (await tx.program.count({ where: { slug } })) > 0;
}

export async function insertProgram(
  tx: Tx,
  program: Omit<Program, "version" | "terms">,
  now: Date,
): Promise<void> {
  const calendar = program.calendar as unknown as Prisma.InputJsonObject;
  await tx.program.create({ data: { ...program, calendar, createdAt: now, updatedAt: now } });
}

export async function updateProgram(
  tx: Tx,
  id: string,
  change: Partial<Pick<Program, "status" | "joinPolicy" | "calendar">>,
  now: Date,
): Promise<void> {
  const { calendar, ...plain } = change;
  const json = calendar && { calendar: calendar as unknown as Prisma.InputJsonObject };
  await tx.program.update({ where: { id }, data: { ...plain, ...json, updatedAt: now } });
}

/** Writes the row and makes it the current one. */
export async function insertVersion(tx: Tx, version: ProgramVersion): Promise<void> {
  await tx.programVersion.create({
    data: { ...version, rules: rulesToJson(version.rules), copy: version.copy },
  });
  const data = { currentVersionId: version.id, updatedAt: version.publishedAt };
  await tx.program.update({ where: { id: version.programId }, data });
}

/** Writes the row and makes it the current one. */
export async function insertTerms(tx: Tx, terms: TermsVersion): Promise<void> {
  await tx.termsVersion.create({ data: terms });
  const data = { currentTermsId: terms.id, updatedAt: terms.publishedAt };
  await tx.program.update({ where: { id: terms.programId }, data });
}

export async function findVersion(tx: Tx, id: string): Promise<ProgramVersion | null> {
  const [version] = await readVersions(tx, [id]);
  return version ?? null;
}

/** Newest first. */
export async function findVersions(tx: Tx, programId: string): Promise<ProgramVersion[]> {
  const rows = await tx.sql.rows<{ id: string }>`select id from program_version where program_id = ${programId} order by number desc`;
  return await readVersions(tx, rows.map(({ id }) => id));
}

export async function findTerms(
  tx: Tx,
  by: { id: string } | { programId: string; number: number },
): Promise<TermsVersion | null> {
  const where = "id" in by ? { id: by.id } : { programId_number: by };
  const row = await tx.termsVersion.findUnique({ where });
  return row && termsOf(row);
}

/** Newest first. */
export async function findTermsVersions(tx: Tx, programId: string): Promise<TermsVersion[]> {
  return (await tx.termsVersion.findMany({ where: { programId }, orderBy: { number: "desc" } })).map(termsOf);
}
