import { HOME_ZONE } from "~/identity/person";
import { resetFactors } from "~/identity/reset-factors.server";
import { queueMail } from "~/notices/queue-mail.server";
import { within } from "~/platform/db.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";

/**
 * Lets somebody who lost every device start anew, and tells them by mail (ASVS 6.3.7). For the operator of the server.
 * @returns how many factors are gone, or null for an address nobody has
 */
export async function forgetFactors(
  email: string,
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<number | null> {
  return db.transaction("forget-factors", async (tx) => {
    const joined = { db: within(tx), clock };
    const reset = await resetFactors(email, joined);
    if (!reset) return null;
    const { personId, passkeys, totp, auditId } = reset;
    for (const [count, change] of [[passkeys, "passkey_removed"], [totp, "totp_removed"]] as const) {
      if (count === 0) continue;
      const values = { zone: HOME_ZONE, change, changedAt: clock.now(), path: "/desk/security" as const };
      await queueMail({ template: "factor_changed", personId, subjectId: auditId, purpose: change, values }, joined);
    }
    return passkeys + totp;
  });
}
