import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { NotFoundError } from "~/platform/errors";
import { secretHash } from "~/platform/secrets.server";
import { standingOfChange, type EmailChangeStanding } from "./email-change";
import { findEmailChange, findOpenEmailChange } from "./email-change-store.server";

export interface EmailChangeView {
  standing: EmailChangeStanding;
  /** Empty once the change is over. */
  newEmail: string;
  effectiveAt: Date;
}

/** What the page behind a mailed link shows; looking uses nothing up. @throws NotFoundError */
export async function getEmailChange(
  link: { confirmToken: string } | { cancelToken: string },
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<EmailChangeView> {
  return db.transaction("get-email-change", async (tx) => {
    const key =
      "confirmToken" in link
        ? { confirmHash: secretHash(link.confirmToken) }
        : { cancelHash: secretHash(link.cancelToken) };
    const change = await findEmailChange(tx, key);
    if (!change) throw new NotFoundError("email change");
    const { newEmail, effectiveAt } = change;
    return { standing: standingOfChange(change, clock.now()), newEmail, effectiveAt };
  });
}

/** The change a person is waiting for, or null. */
export async function findPendingEmailChange(
  personId: string,
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<EmailChangeView | null> {
  return db.transaction("find-pending-email-change", async (tx) => {
    const change = await findOpenEmailChange(tx, personId);
    if (!change) return null;
    const standing = standingOfChange(change, clock.now());
    return standing === "expired" ? null : { standing, newEmail: change.newEmail, effectiveAt: change.effectiveAt };
  });
}
