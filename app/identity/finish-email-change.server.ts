import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { mayTakeEffect } from "./email-change";
import { closeEmailChange, lockEmailChange } from "./email-change-store.server";
import { blankPersons, findPersonByEmailHash, updatePerson } from "./person-store.server";
import { recordAudit } from "./record-audit.server";

/**
 * Writes a confirmed change once its 72 hours are over (R14). An address that got an account of its own meanwhile
 * stays there. @returns whose address changed, or null when there was nothing to do
 */
export async function finishEmailChange(
  changeId: string,
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<{ personId: string } | null> {
  return db.transaction("finish-email-change", async (tx) => {
    const now = clock.now();
    const change = await lockEmailChange(tx, changeId);
    if (!change || !mayTakeEffect(change, now)) return null;
    const { id, personId, newEmail, newEmailHash } = change;

    const holder = await findPersonByEmailHash(tx, newEmailHash);
    if (holder && !holder.unprovenUntil) {
      await closeEmailChange(tx, id, { cancelledAt: now });
      await recordAudit(tx, { by: "system", action: "email_change.taken", object: personId, now });
      return null;
    }
    // Somebody typed the address into the sign-in form and never came back: that is no account.
    if (holder) await blankPersons(tx, { id: holder.id }, now);
    await updatePerson(tx, personId, { email: newEmail, emailHash: newEmailHash });
    await closeEmailChange(tx, id, { appliedAt: now });
    await recordAudit(tx, { by: "system", action: "email_change.applied", object: personId, now });
    return { personId };
  });
}
