import type { Prisma } from "../../prisma/generated/client";
import { newId } from "~/platform/ids";
import type { Tx } from "~/platform/db.server";

export interface LeadKey {
  programId: string;
  externalId: string;
  eventName: string;
}

export interface LeadView {
  /** What the shop calls it. */
  eventName: string;
  customerId: string;
}

/** The program of a sign-up that nothing was presented with. */
export const NO_PROGRAM = "none";

export async function findLead(tx: Tx, key: LeadKey) {
  return await tx.lead.findUnique({ where: { programId_externalId_eventName: key } });
}

/** The first sign-up of this customer and event, whichever program it was told in. */
export async function findLeadOfAnyProgram(tx: Tx, of: { customerId: string; externalId: string; eventName: string }) {
  return await tx.lead.findFirst({ where: of, orderBy: [{ occurredAt: "asc" }, { id: "asc" }] });
}

interface NewLead extends LeadKey {
  customerId: string;
  inputHash: string;
  answer: Prisma.InputJsonValue;
  occurredAt: Date;
}

/** Keeps a sign-up, once per key (A16). @returns its id */
export async function insertLead(tx: Tx, lead: NewLead, now: Date): Promise<string> {
  const { id } = await tx.lead.create({ data: { id: newId("evt"), ...lead, recordedAt: now } });
  return id;
}

export async function updateLeadAnswer(tx: Tx, id: string, answer: Prisma.InputJsonValue): Promise<void> {
  await tx.lead.update({ where: { id }, data: { answer } });
}

/** One sign-up, as the desk may read it. */
export async function findLeadView(tx: Tx, id: string): Promise<LeadView | null> {
  return await tx.lead.findUnique({ where: { id }, select: { eventName: true, customerId: true } });
}

export async function listLeads(tx: Tx, customerIds: string[]) {
  return await tx.sql.rows<{ id: string; customerId: string; at: Date }>`
    select id, customer_id, occurred_at as at from lead where customer_id = any(${customerIds}) order by id`;
}
