import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { NotFoundError } from "~/platform/errors";
import { newId } from "~/platform/ids";
import { enqueue } from "~/platform/jobs.server";
import { randomSecret, secretHash } from "~/platform/secrets.server";
import { EMAIL_CHANGE_HOURS } from "./email-change";
import { closeOpenEmailChanges, insertEmailChange } from "./email-change-store.server";
import { emailHashOf } from "./email-hash.server";
import { findPersonById } from "./person-store.server";
import { recordAudit } from "./record-audit.server";

export interface ProposedEmailChange {
  changeId: string;
  /** For the mail to the new address, and for the one to the old. */
  confirmToken: string;
  cancelToken: string;
  effectiveAt: Date;
}

/**
 * Notes that a person wants another address, and when it may take effect (R14, F37). An earlier wish gives way. Whether
 * the address belongs to somebody else is told to nobody but its owner, at the confirmation.
 * @returns null when it is the address they have
 */
export async function proposeEmailChange(
  { personId, newEmail }: { personId: string; newEmail: string },
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<ProposedEmailChange | null> {
  return db.transaction("propose-email-change", async (tx) => {
    const now = clock.now();
    const person = await findPersonById(tx, personId);
    if (!person?.email) throw new NotFoundError("person");
    const newEmailHash = emailHashOf(newEmail);
    if (newEmailHash === person.emailHash) return null;

    await closeOpenEmailChanges(tx, personId, now);
    const changeId = newId("emc");
    const [confirmToken, cancelToken] = [randomSecret(), randomSecret()];
    const effectiveAt = new Date(now.getTime() + EMAIL_CHANGE_HOURS * 3_600_000);
    await insertEmailChange(tx, {
      id: changeId,
      personId,
      newEmail: newEmail.trim(),
      newEmailHash,
      confirmHash: secretHash(confirmToken),
      cancelHash: secretHash(cancelToken),
      requestedAt: now,
      confirmedAt: null,
      effectiveAt,
      appliedAt: null,
      cancelledAt: null,
    });
    await enqueue(tx, "apply-email-change", { emailChangeId: changeId }, { runAt: { at: effectiveAt, now } });
    await recordAudit(tx, { by: `person:${personId}`, action: "email_change.requested", object: personId, now });
    return { changeId, confirmToken, cancelToken, effectiveAt };
  });
}
