import type { Tx } from "~/platform/db.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { NotFoundError } from "~/platform/errors";
import { secretHash } from "~/platform/secrets.server";
import { credentialNow } from "./credential-time.server";
import { standingOfChange, type EmailChangeStanding } from "./email-change";
import {
  closeEmailChange,
  findEmailChange,
  findOpenEmailChange,
  lockEmailChange,
  type EmailChangeRow,
} from "./email-change-store.server";
import { recordAudit } from "./record-audit.server";
import { revokeSessionsOf } from "./session-store.server";

/** By the link in the mail to the old address, or by the signed-in person. */
type CancelInput = { token: string } | { personId: string };

/**
 * Stops a change of address. Who uses the link from the old mailbox did not ask for it: then everybody signed in to
 * the account is signed out. Doing so twice is no error. @throws NotFoundError when there is nothing to stop
 */
export async function cancelEmailChange(
  input: CancelInput,
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<EmailChangeStanding> {
  return db.transaction("cancel-email-change", async (tx) => {
    const now = clock.now();
    const found = await findChange(tx, input);
    const change = found && (await lockEmailChange(tx, found.id));
    if (!change) throw new NotFoundError("email change");
    const standing = standingOfChange(change, now);
    if (standing === "applied" || standing === "cancelled") return standing;

    await closeEmailChange(tx, change.id, { cancelledAt: now });
    if ("token" in input) await revokeSessionsOf(tx, change.personId, credentialNow(clock));
    const by = `person:${change.personId}`;
    const facts = { from: "token" in input ? "old address" : "account" };
    await recordAudit(tx, { by, action: "email_change.cancelled", object: change.personId, facts, now });
    return "cancelled";
  });
}

function findChange(tx: Tx, input: CancelInput): Promise<EmailChangeRow | null> {
  return "token" in input
    ? findEmailChange(tx, { cancelHash: secretHash(input.token) })
    : findOpenEmailChange(tx, input.personId);
}
