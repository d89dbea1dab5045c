import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { credentialNow } from "./credential-time.server";
import { findTotp, insertTotpIfNone } from "./factor-store.server";
import { newTotpSecret } from "./totp.server";

/** Makes an authenticator secret that waits to be confirmed; asked again, the same one goes on waiting. */
export async function beginTotp(
  personId: string,
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<void> {
  await db.transaction("begin-totp", async (tx) => {
    if (await findTotp(tx, personId)) return;
    await insertTotpIfNone(tx, {
      personId,
      secretSealed: newTotpSecret(),
      createdAt: credentialNow(clock),
      confirmedAt: null,
      lastStep: null,
    });
  });
}
