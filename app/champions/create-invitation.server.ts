import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { newId } from "~/platform/ids";
import { randomSecret, secretHash } from "~/platform/secrets.server";
import { insertInvitation } from "./invitation-store.server";

interface NewInvitation {
  programId: string;
  /** For whom it is, in the words of the staff; the people who use it do not see it. */
  label: string;
  maxUses: number;
  expiresAt: Date;
  /** `person:psn_…` */
  by: string;
}

/** Makes an invitation. @returns its token, which is stored as a hash and shown this once */
export async function createInvitation(
  { by, ...invitation }: NewInvitation,
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<{ id: string; token: string }> {
  const token = randomSecret(24);
  const id = newId("inv");
  return db.transaction("create-invitation", async (tx) => {
    await insertInvitation(tx, { id, tokenHash: secretHash(token), createdAt: clock.now(), createdBy: by, ...invitation });
    return { id, token };
  });
}
