import type { Tx } from "~/platform/db.server";
import { SqlFragment } from "~/platform/sql.server";
import { literally } from "~/platform/like-pattern";
import type { Locale } from "~/platform/locale";
import type { Person } from "./person";

export interface PersonRow extends Person {
  emailHash: string | null;
  unprovenUntil: Date | null;
}

const COLUMNS = {
  id: true,
  email: true,
  emailHash: true,
  firstName: true,
  locale: true,
  lastSignInAt: true,
  unprovenUntil: true,
} as const;

const SELECTED = new SqlFragment("id, email, email_hash, first_name, locale, last_sign_in_at, unproven_until");

export async function findPersonById(tx: Tx, id: string): Promise<PersonRow | null> {
  return (await findPersons(tx, [id]))[0] ?? null;
}

export async function findPersonByEmailHash(tx: Tx, emailHash: string): Promise<PersonRow | null> {
  const [row] = await tx.sql.rows<PersonRow>`select ${SELECTED} from person where email_hash = ${emailHash}`;
  return row ?? null;
}

export async function findPersons(tx: Tx, ids: string[]): Promise<PersonRow[]> {
  return await tx.sql.rows<PersonRow>`select ${SELECTED} from person where id = any(${ids})`;
}

interface NewPerson {
  id: string;
  email: string;
  emailHash: string;
  firstName: string | null;
  locale: Locale;
  createdAt: Date;
  unprovenUntil: Date | null;
}

/** Does nothing when the address is known already, also when that person is being made at this very moment. */
export async function insertPersonIfNew(tx: Tx, person: NewPerson): Promise<void> {
  await tx.person.createMany({ data: [person], skipDuplicates: true });
}

export async function updatePerson(
  tx: Tx,
  id: string,
  change: {
    firstName?: string;
    locale?: Locale;
    email?: string;
    emailHash?: string;
    lastSignInAt?: Date;
    unprovenUntil?: null;
  },
): Promise<void> {
  await tx.person.update({ where: { id }, data: change });
}

/** Takes name and address away and leaves the opaque row, which mails and facts refer to. */
export async function blankPersons(
  tx: Tx,
  where: { id: string } | { unprovenUntil: { lte: Date } },
  now: Date,
): Promise<number> {
  const { count } = await tx.person.updateMany({
    where,
    data: { email: null, emailHash: null, firstName: null, unprovenUntil: null, erasedAt: now },
  });
  return count;
}

/** Known people whose address has this hash, or whose name or address contains a text. */
export async function searchPersonRows(tx: Tx, text: string, emailHash: string): Promise<PersonRow[]> {
  const part = { contains: literally(text), mode: "insensitive" as const };
  return (await tx.person.findMany({
    where: { email: { not: null }, unprovenUntil: null, OR: [{ emailHash }, { firstName: part }, { email: part }] },
    orderBy: { createdAt: "desc" },
    take: 50,
    select: COLUMNS,
  })) as PersonRow[];
}
