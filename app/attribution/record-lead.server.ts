import { createHash } from "node:crypto";
import { z } from "zod";
import type { Tx } from "~/platform/db.server";
import { findLead, findLeadOfAnyProgram, insertLead, NO_PROGRAM, updateLeadAnswer, type LeadKey } from "./lead-store.server";

/** What is kept of a sign-up: the decision that was answered, and a hash of each input to tell a repeat from another. */
const answerSchema = z.object({
  attributed: z.boolean(),
  reasons: z.array(z.string()),
  linkId: z.string().nullable(),
  clickId: z.string().nullable(),
  inputs: z.record(z.string(), z.string()),
});
export type LeadAnswer = Omit<z.output<typeof answerSchema>, "inputs">;

export interface LeadInput {
  /** Null when nothing was presented that names a program. */
  programId: string | null;
  externalId: string;
  eventName: string;
  customerId: string;
  /** Every input that a repeat must tell the same. */
  inputs: Record<string, unknown>;
}

export type RecordedLead =
  | { state: "new"; leadId: string }
  | { state: "known"; answer: LeadAnswer }
  /** The same key with other input; these fields differ. */
  | { state: "conflict"; fields: string[] };

/**
 * Keeps a sign-up, once per program, customer and event (A16). One told again without its click adds nothing to what is
 * known, in whichever program. The customer is locked by the caller.
 */
export async function recordLead(tx: Tx, lead: LeadInput, now: Date): Promise<RecordedLead> {
  const { externalId, eventName, customerId } = lead;
  const key: LeadKey = { programId: lead.programId ?? NO_PROGRAM, externalId, eventName };
  const inputs = Object.fromEntries(Object.entries(lead.inputs).map(([name, value]) => [name, hashOf(value)]));
  const inputHash = hashOf(inputs);
  const known = (await findLead(tx, key)) ?? (lead.programId === null ? await findLeadOfAnyProgram(tx, { customerId, externalId, eventName }) : null);
  if (known) {
    const { inputs: before, ...answer } = answerSchema.parse(known.answer);
    if (known.inputHash === inputHash) return { state: "known", answer };
    const told = Object.keys(inputs).filter((name) => name !== "clickId" || lead.inputs.clickId !== "");
    const fields = told.filter((name) => inputs[name] !== before[name]);
    return fields.length > 0 ? { state: "conflict", fields } : { state: "known", answer };
  }
  const pending = { attributed: false, reasons: [], linkId: null, clickId: null, inputs };
  return { state: "new", leadId: await insertLead(tx, { ...key, customerId, inputHash, answer: pending, occurredAt: now }, now) };
}

/** Keeps what was answered, so that a repeat gets the same (P7). */
export async function answerLead(tx: Tx, leadId: string, answer: LeadAnswer, inputs: Record<string, unknown>): Promise<void> {
  const hashes = Object.fromEntries(Object.entries(inputs).map(([name, value]) => [name, hashOf(value)]));
  await updateLeadAnswer(tx, leadId, { ...answer, inputs: hashes });
}

function hashOf(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value ?? null, sorted)).digest("base64url");
}

/** The members of an object in one order: JSON knows none, and clients write them in any. */
function sorted(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
