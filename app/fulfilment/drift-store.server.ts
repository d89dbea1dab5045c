import { newId } from "~/platform/ids";
import type { Tx } from "~/platform/db.server";
import type { FoundDrift } from "./drift";

export type DriftRow = Awaited<ReturnType<typeof findOpen>>[number];

export async function findOpen(tx: Tx) {
  return await tx.drift.findMany({ where: { closedAt: null }, orderBy: { foundAt: "asc" } });
}

export async function findClosed(tx: Tx, take: number) {
  return await tx.drift.findMany({ where: { closedAt: { not: null } }, orderBy: { closedAt: "desc" }, take });
}

/** What a person settled last about this thing; null when nobody did. */
export async function findSettledByPerson(tx: Tx, { kind, object }: FoundDrift) {
  return await tx.drift.findFirst({ where: { kind, object, note: { not: null } }, orderBy: { closedAt: "desc" } });
}

export async function countOpen(tx: Tx): Promise<number> {
  return await tx.drift.count({ where: { closedAt: null } });
}

export async function insertDrift(tx: Tx, drift: FoundDrift, now: Date): Promise<void> {
  await tx.drift.createMany({ data: [{ ...drift, id: newId("drf"), foundAt: now, seenAt: now }], skipDuplicates: true });
}

export async function updateSeen(tx: Tx, id: string, { ours, theirs }: FoundDrift, seenAt: Date): Promise<void> {
  await tx.drift.update({ where: { id }, data: { ours, theirs, seenAt } });
}

/** Closes one that is open. @returns whether it was */
export async function closeOpen(tx: Tx, id: string, closed: { closedAt: Date; closedBy: string; note: string | null }): Promise<boolean> {
  return (await tx.drift.updateMany({ where: { id, closedAt: null }, data: closed })).count === 1;
}
