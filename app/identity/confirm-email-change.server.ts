import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { NotFoundError } from "~/platform/errors";
import { secretHash } from "~/platform/secrets.server";
import { standingOfChange, type EmailChangeStanding } from "./email-change";
import { closeEmailChange, confirmEmailChangeRow, findEmailChange, lockEmailChange } from "./email-change-store.server";
import { findPersonByEmailHash } from "./person-store.server";
import { recordAudit } from "./record-audit.server";

export interface ConfirmOutcome {
  standing: EmailChangeStanding | "taken";
  effectiveAt: Date;
}

/**
 * The owner of the new address says yes. Doing so twice is no error. An address that has an account of its own stays
 * where it is; only its owner can learn that here. @throws NotFoundError for an unknown link
 */
export async function confirmEmailChange(
  token: string,
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<ConfirmOutcome> {
  return db.transaction("confirm-email-change", async (tx) => {
    const now = clock.now();
    const found = await findEmailChange(tx, { confirmHash: secretHash(token) });
    const change = found && (await lockEmailChange(tx, found.id));
    if (!change) throw new NotFoundError("email change");
    const { id, personId, effectiveAt } = change;
    const standing = standingOfChange(change, now);
    if (standing !== "unconfirmed") return { standing, effectiveAt };

    const owner = await findPersonByEmailHash(tx, change.newEmailHash);
    if (owner && !owner.unprovenUntil && owner.id !== personId) {
      await closeEmailChange(tx, id, { cancelledAt: now });
      await recordAudit(tx, { by: "system", action: "email_change.taken", object: personId, now });
      return { standing: "taken", effectiveAt };
    }
    await confirmEmailChangeRow(tx, id, now);
    await recordAudit(tx, { by: `person:${personId}`, action: "email_change.confirmed", object: personId, now });
    return { standing: "confirmed", effectiveAt };
  });
}
