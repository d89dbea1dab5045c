import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { ForbiddenError } from "~/platform/errors";
import { credentialNow } from "./credential-time.server";
import { deletePasskey, deleteTotp, findTotp, lockFactors } from "./factor-store.server";
import { recordAudit } from "./record-audit.server";
import { stepUpIsFresh } from "./session";
import { lockLiveDeskSession } from "./start-passkey.server";

export interface RemoveFactorInput {
  sessionSecret: string;
  factor: { totp: true } | { passkeyId: string };
}

export type RemovedFactor =
  | { removed: true; kind: "passkey" | "totp"; personId: string; auditId: string }
  /** An authenticator that was never confirmed is gone; nobody needs to hear of it. */
  | { removed: false; reason: "last_factor" | "no_factor" | "was_waiting" };

/**
 * Takes a passkey or the authenticator away. The last one stays, because without one the mailbox alone would do.
 * @throws ForbiddenError without a fresh proof
 */
export async function removeFactor(
  { sessionSecret, factor }: RemoveFactorInput,
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<RemovedFactor> {
  return db.transaction("remove-factor", async (tx) => {
    const now = credentialNow(clock);
    const { personId, steppedUpAt } = await lockLiveDeskSession(tx, sessionSecret, now);
    const kind = "totp" in factor ? "totp" : "passkey";
    if (kind === "totp" && (await findTotp(tx, personId))?.confirmedAt === null) {
      await deleteTotp(tx, personId);
      return { removed: false, reason: "was_waiting" };
    }
    if (!stepUpIsFresh(steppedUpAt, now)) throw new ForbiddenError("removing a factor needs a fresh proof");
    if ((await lockFactors(tx, personId)) === 1) return { removed: false, reason: "last_factor" };
    const gone = "totp" in factor ? await deleteTotp(tx, personId) : await deletePasskey(tx, personId, factor.passkeyId);
    if (!gone) return { removed: false, reason: "no_factor" };
    const by = `person:${personId}`;
    const entry = { by, action: "factor.removed", object: personId, facts: { kind }, now: clock.now() };
    const auditId = await recordAudit(tx, entry);
    return { removed: true, kind, personId, auditId };
  });
}
