import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { secretHash } from "~/platform/secrets.server";
import { credentialNow } from "./credential-time.server";
import { revokeSession } from "./session-store.server";

/** Ends the sessions behind these cookies. Unknown or ended ones are passed over. */
export async function endSessions(
  secrets: (string | null)[],
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<void> {
  await db.transaction("end-sessions", async (tx) => {
    const now = credentialNow(clock);
    for (const secret of secrets) if (secret) await revokeSession(tx, secretHash(secret), now);
  });
}
