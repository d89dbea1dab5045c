import { newId } from "~/platform/ids";
import type { Tx } from "~/platform/db.server";

export interface CauseRow {
  id: string;
  name: string;
  createdAt: Date;
  closedAt: Date | null;
}

/** All causes that ever were, by name. */
export async function listCauseRows(tx: Tx): Promise<CauseRow[]> {
  return await tx.cause.findMany({ orderBy: { name: "asc" } });
}

/** Reads a cause FOR UPDATE; null when there is none. */
export async function lockCause(tx: Tx, id: string): Promise<CauseRow | null> {
  await tx.$queryRaw`select id from cause where id = ${id} for update`;
  return await tx.cause.findUnique({ where: { id } });
}

/** @returns null when an open cause bears this name */
export async function insertCause(tx: Tx, name: string, now: Date): Promise<string | null> {
  const id = newId("cau");
  return (await tx.cause.createMany({ data: { id, name, createdAt: now }, skipDuplicates: true })).count === 1 ? id : null;
}

export async function updateCauseClosed(tx: Tx, id: string, closedAt: Date): Promise<boolean> {
  return (await tx.cause.updateMany({ where: { id, closedAt: null }, data: { closedAt } })).count === 1;
}

/** The open cause a champion chose; null when they chose none, or it was closed since. */
export async function findChosenCause(tx: Tx, championId: string): Promise<CauseRow | null> {
  const choice = await tx.causeChoice.findUnique({ where: { championId } });
  return choice && (await tx.cause.findFirst({ where: { id: choice.causeId, closedAt: null } }));
}

export async function upsertChoice(tx: Tx, { championId, causeId, now }: { championId: string; causeId: string; now: Date }): Promise<void> {
  const choice = { causeId, chosenAt: now };
  await tx.causeChoice.upsert({ where: { championId }, create: { championId, ...choice }, update: choice });
}

interface NewDonation {
  causeId: string;
  currency: string;
  amountMinor: bigint;
  receipt: string;
  givenAt: Date;
  givenBy: string;
}

export async function insertDonation(tx: Tx, donation: NewDonation): Promise<string> {
  const id = newId("dnt");
  await tx.donation.create({ data: { ...donation, id } });
  return id;
}

/** Whether anything was passed on to a cause since a moment: what was collected before went with it. */
export async function isPassedOnSince(tx: Tx, { causeId, currency, since }: { causeId: string; currency: string; since: Date }): Promise<boolean> {
  return (await tx.donation.count({ where: { causeId, currency, givenAt: { gte: since } } })) > 0;
}

export async function listDonationRows(tx: Tx, take: number) {
  return await tx.donation.findMany({ orderBy: { givenAt: "desc" }, take });
}
