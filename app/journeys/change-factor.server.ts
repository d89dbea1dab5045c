import { addFactor, type AddFactorInput } from "~/identity/add-factor.server";
import { HOME_ZONE } from "~/identity/person";
import { removeFactor, type RemoveFactorInput, type RemovedFactor } from "~/identity/remove-factor.server";
import { queueMail } from "~/notices/queue-mail.server";
import { within, type Tx } from "~/platform/db.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import type { Clock } from "~/platform/clock.server";

/**
 * Sets up a passkey or an authenticator and tells the person by mail (ASVS 6.3.7).
 * @returns the session's new secret, or null when what the device sent does not hold
 */
export async function setUpFactor(
  input: AddFactorInput,
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<string | null> {
  return db.transaction("set-up-factor", async (tx) => {
    const added = await addFactor(input, { db: within(tx), clock });
    if (added) await tell(tx, clock, { ...added, verb: "added" });
    return added?.secret ?? null;
  });
}

/** Takes a factor away and tells the person by mail (ASVS 6.3.7). */
export async function takeFactorAway(
  input: RemoveFactorInput,
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<RemovedFactor> {
  return db.transaction("take-factor-away", async (tx) => {
    const outcome = await removeFactor(input, { db: within(tx), clock });
    if (outcome.removed) await tell(tx, clock, { ...outcome, verb: "removed" });
    return outcome;
  });
}

interface Change {
  kind: "passkey" | "totp";
  verb: "added" | "removed";
  personId: string;
  auditId: string;
}

function tell(tx: Tx, clock: Clock, { kind, verb, personId, auditId }: Change) {
  const change = `${kind}_${verb}` as const;
  const values = { zone: HOME_ZONE, change, changedAt: clock.now(), path: "/desk/security" as const };
  return queueMail(
    { template: "factor_changed", personId, subjectId: auditId, purpose: change, values },
    { db: within(tx), clock },
  );
}
