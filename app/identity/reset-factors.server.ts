import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { credentialNow } from "./credential-time.server";
import { deleteAllFactors } from "./factor-store.server";
import { recordAudit } from "./record-audit.server";
import { revokeSessionsOf } from "./session-store.server";

/**
 * For somebody who lost every device: takes all factors away and ends all desk sessions, so that the next sign-in
 * sets one up anew. Only the operator of the server may do this. @returns how many factors were there, and the entry
 */
export async function resetFactors(
  personId: string,
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<{ count: number; auditId: string }> {
  return db.transaction("reset-factors", async (tx) => {
    const count = await deleteAllFactors(tx, personId);
    await revokeSessionsOf(tx, personId, credentialNow(clock), "desk");
    const entry = { by: "operator", action: "factor.reset", object: personId, facts: { count }, now: clock.now() };
    return { count, auditId: await recordAudit(tx, entry) };
  });
}
