import type { Tx } from "~/platform/db.server";
import { literally } from "~/platform/like-pattern";
import type { Locale } from "~/platform/locale";
import { columnsOf } from "~/platform/sql.server";
import { Prisma } from "../../prisma/generated/client";
import type { ChampionStatus } from "./champion";

type ChampionRow = Prisma.ChampionGetPayload<object>;

const COLUMNS = columnsOf(Prisma.ChampionScalarFieldEnum);

/** One membership by its id; null when there is none. */
export async function findChampionRow(tx: Tx, id: string): Promise<ChampionRow | null> {
  return (await listChampionRows(tx, [id]))[0] ?? null;
}

/** A person's membership of one program. */
export function findMembership(tx: Tx, personId: string, programId: string) {
  return tx.champion.findUnique({ where: { personId_programId: { personId, programId } } });
}

/** The same, locked: two acts on one membership follow each other. */
export async function lockMembership(tx: Tx, personId: string, programId: string) {
  await tx.$queryRaw`select id from champion where person_id = ${personId} and program_id = ${programId} for update`;
  return findMembership(tx, personId, programId);
}

/** One membership, locked. */
export async function lockChampion(tx: Tx, id: string) {
  await tx.$queryRaw`select id from champion where id = ${id} for update`;
  return findChampionRow(tx, id);
}

/** All memberships of these people, newest first. */
export function listMembershipsOf(tx: Tx, personIds: string[]) {
  return tx.champion.findMany({ where: { personId: { in: personIds } }, orderBy: { appliedAt: "desc" } });
}

/** Memberships by their ids. */
export function listChampionRows(tx: Tx, ids: string[]) {
  return tx.sql.rows<ChampionRow>`select ${COLUMNS} from champion where id = any(${ids})`;
}

/** The person behind a membership (a read-only view of identity's table). */
export interface ChampionOwner {
  id: string;
  emailHash: string | null;
  locale: Locale;
  /** Not once they were forgotten. */
  reachable: boolean;
}

type OwnedRow = ChampionRow & { ownerEmailHash: string | null; ownerLocale: Locale; ownerReachable: boolean };

/** Memberships by their ids, each with the person behind it. */
export async function listOwnedRows(tx: Tx, ids: string[]): Promise<{ champion: ChampionRow; owner: ChampionOwner }[]> {
  const rows = await tx.sql.rows<OwnedRow>`
    select c.*, p.email_hash as owner_email_hash, p.locale as owner_locale, p.email is not null as owner_reachable
      from champion c join person p on p.id = c.person_id
     where c.id = any(${ids})`;
  return rows.map(({ ownerEmailHash: emailHash, ownerLocale: locale, ownerReachable: reachable, ...champion }) => ({
    champion, owner: { id: champion.personId, emailHash, locale, reachable },
  }));
}

/** Memberships whose name for friends contains a text, any case. */
export function searchByName(tx: Tx, text: string, take: number) {
  return tx.champion.findMany({
    where: { displayName: { contains: literally(text), mode: "insensitive" } },
    orderBy: { appliedAt: "desc" },
    take,
  });
}

const ANSWERED = { answerBy: { not: null }, decidedAt: { not: null } };

/** Applications that wait (the one promised first on top), or were decided (the latest on top). */
export function listApplicationRows(tx: Tx, waiting: boolean, page: { skip: number; take: number }) {
  return tx.champion.findMany({
    where: waiting ? { status: "applied" } : ANSWERED,
    orderBy: waiting ? [{ answerBy: "asc" }, { id: "asc" }] : [{ decidedAt: "desc" }, { id: "asc" }],
    ...page,
  });
}

export async function postponeApplication(tx: Tx, move: { championId: string; promisedAt: Date; newBy: Date }): Promise<boolean> {
  const { championId: id, promisedAt, newBy } = move;
  return (await tx.champion.updateMany({ where: { id, status: "applied", answerBy: promisedAt }, data: { answerBy: newBy } })).count === 1;
}

/** How many applications wait for an answer. */
export function countWaiting(tx: Tx): Promise<number> {
  return tx.champion.count({ where: { status: "applied" } });
}

/** How many applications were answered, ever. */
export function countAnswered(tx: Tx): Promise<number> {
  return tx.champion.count({ where: ANSWERED });
}

/** Adds a membership. @returns false when this person has one in this program already */
export async function insertChampion(tx: Tx, data: Prisma.ChampionUncheckedCreateInput): Promise<boolean> {
  const { count } = await tx.champion.createMany({ data, skipDuplicates: true });
  return count === 1;
}

/** Changes a membership that the caller has locked. */
export async function updateChampion(
  tx: Tx,
  id: string,
  data: Prisma.ChampionUncheckedUpdateInput & { status?: ChampionStatus },
): Promise<void> {
  await tx.champion.update({ where: { id }, data });
}

/** Keeps which version of the terms somebody accepted, and when; accepting the same twice adds nothing. */
export async function insertAcceptance(
  tx: Tx,
  acceptance: { id: string; championId: string; termsVersionId: string; acceptedAt: Date },
): Promise<void> {
  await tx.termsAcceptance.createMany({ data: acceptance, skipDuplicates: true });
}

/** The versions somebody accepted, the latest first. */
export function listAcceptances(tx: Tx, championId: string) {
  return tx.termsAcceptance.findMany({ where: { championId }, orderBy: { acceptedAt: "desc" } });
}
