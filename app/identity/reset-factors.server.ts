import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { credentialNow } from "./credential-time.server";
import { emailHashOf } from "./email-hash.server";
import { deleteAllFactors } from "./factor-store.server";
import { findPersonByEmailHash } from "./person-store.server";
import { recordAudit } from "./record-audit.server";
import { revokeSessionsOf } from "./session-store.server";

export interface ResetFactors {
  personId: string;
  passkeys: number;
  totp: number;
  /** Names this one change, for the mails about it. */
  auditId: string;
}

/**
 * For somebody who lost every device: takes all factors away and ends all desk sessions, so that the next sign-in sets
 * one up anew. Only the operator of the server may do this. @returns null for an address nobody has
 */
export async function resetFactors(
  email: string,
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<ResetFactors | null> {
  return db.transaction("reset-factors", async (tx) => {
    const person = await findPersonByEmailHash(tx, emailHashOf(email));
    if (!person) return null;
    const facts = await deleteAllFactors(tx, person.id);
    await revokeSessionsOf(tx, person.id, credentialNow(clock), "desk");
    const entry = { by: "operator", action: "factor.reset", object: person.id, facts: { ...facts }, now: clock.now() };
    return { personId: person.id, ...facts, auditId: await recordAudit(tx, entry) };
  });
}
