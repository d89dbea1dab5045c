import type { Tx } from "~/platform/db.server";
import type { MailStatus } from "./mail-status";
import type { MailRow } from "./outbox-store.server";
import type { TemplateName } from "./mail-values";

interface LogQuery {
  /** Part of a name or address; empty is everybody. */
  person: string;
  status: MailStatus | null;
  template: TemplateName | null;
  /** Queued at or after, and before. */
  from: Date | null;
  before: Date | null;
}

/** More people than this with a part of a name in common: the name has to be longer. */
const MOST_PERSONS = 500;

export interface Addressee {
  email: string | null;
  firstName: string | null;
}

async function whereOf(tx: Tx, { person, status, template, from, before }: LogQuery) {
  const matches = person === "" ? null : await tx.person.findMany({
    where: { OR: [{ email: { contains: person, mode: "insensitive" } }, { firstName: { contains: person, mode: "insensitive" } }] },
    select: { id: true },
    take: MOST_PERSONS,
  });
  return {
    ...(matches && { personId: { in: matches.map(({ id }) => id) } }),
    ...(status && { status }),
    ...(template && { template }),
    queuedAt: { ...(from && { gte: from }), ...(before && { lt: before }) },
  };
}

/** One page of the log, newest first, and how many rows there are in all. */
export async function findLogPage(tx: Tx, query: LogQuery, page: { skip: number; take: number }): Promise<{ rows: MailRow[]; total: number }> {
  const where = await whereOf(tx, query);
  const rows = await tx.mail.findMany({ where, orderBy: [{ queuedAt: "desc" }, { id: "desc" }], ...page });
  return { rows: rows as MailRow[], total: await tx.mail.count({ where }) };
}

export async function findLogRow(tx: Tx, id: string): Promise<MailRow | null> {
  return (await tx.mail.findUnique({ where: { id } })) as MailRow | null;
}

/** Names and addresses as they stand now; an erased person has neither. */
export async function findAddressees(tx: Tx, personIds: string[]): Promise<Map<string, Addressee>> {
  const found = await tx.person.findMany({ where: { id: { in: personIds } }, select: { id: true, email: true, firstName: true } });
  return new Map(found.map(({ id, ...rest }) => [id, rest]));
}

/** The instant at which a local day begins, `after` days later. */
export async function startOfDay(tx: Tx, day: string, after: number, zone: string): Promise<Date> {
  const [row] = await tx.$queryRaw<{ at: Date }[]>`
    select (${day}::date + ${after}::integer)::timestamp at time zone ${zone} as at`;
  return row!.at;
}
