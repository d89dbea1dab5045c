import type { Tx } from "./db.server";
import { missingTriggers } from "./missing-triggers.server";

/** The tables of facts that money is computed from; `platform.seal_facts` seals each in the migrations. */
const SEALED = [
  "appeal", "conversion", "dispute", "donation", "fraud_warning", "hand_attribution", "instruction", "own_offer_code", "payout_account", "prize_order", "program_version", "purchase", "purchase_line",
  "referral", "refund", "reversal", "reward", "reward_event", "stripe_promotion_code", "subscription", "touch",
];
const TRIGGERS = ["seal_new", "seal_changed", "seal_gone"];

export interface SealFinding {
  invariant: "I41";
  /** Table and key of the row. */
  subject: string;
  detail: string;
}

/**
 * Looks at the seal of every fact and names each row that was written around PostgreSQL's triggers: changed, added or taken
 * away (I41), at most `limit` a table. Nothing found is an empty list.
 */
export async function auditSeals(tx: Tx, limit: number): Promise<SealFinding[]> {
  const triggers = SEALED.flatMap((table) => TRIGGERS.map((trigger) => `${table}.${trigger}`));
  const found = (subject: string, detail: string): SealFinding => ({ invariant: "I41", subject, detail });
  const findings = (await missingTriggers(tx, triggers)).map((name) => found(name, "the trigger is missing or switched off"));
  for (const table of SEALED) {
    const rows = await tx.$queryRaw<{ key: string; what: string }[]>`select key, what from platform.broken_seals(${table}, ${limit}::integer)`;
    findings.push(...rows.map(({ key, what }) => found(`${table} ${key}`, `${what} around the guards of the database`)));
  }
  const strange = await tx.$queryRaw<{ table: string }[]>`
    select distinct "table" from platform.fact_seal where "table" <> all (${SEALED})`;
  return [...findings, ...strange.map(({ table }) => found(table, "seals of a table that has none"))];
}
