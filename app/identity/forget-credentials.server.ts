import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { credentialNow } from "./credential-time.server";
import { deleteCarriedClaimsBefore } from "./carried-claims-store.server";
import { deleteEmailChangesBefore } from "./email-change-store.server";
import { deleteSessionsBefore } from "./session-store.server";
import { deleteCodesBefore } from "./sign-in-code-store.server";

/** A browser stays known, a trace of a credential is kept and a claim is carried this long: no click counts longer (A1). */
const KEEP_DAYS = 90;

/** Drops codes, sessions, carried claims and changes of address that are long over. @returns how many rows */
export async function forgetCredentials({ db = rootDb, clock = systemClock }: Deps = {}): Promise<number> {
  const before = (now: Date) => new Date(now.getTime() - KEEP_DAYS * 86_400_000);
  return db.transaction("forget-credentials", async (tx) => {
    const codes = await deleteCodesBefore(tx, before(credentialNow(clock)));
    const sessions = await deleteSessionsBefore(tx, before(credentialNow(clock)));
    const claims = await deleteCarriedClaimsBefore(tx, before(clock.now()));
    return codes + sessions + claims + (await deleteEmailChangesBefore(tx, before(clock.now())));
  });
}
