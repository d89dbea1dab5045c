import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { credentialNow } from "./credential-time.server";
import { deleteCarriedClaimsBefore } from "./carried-claims-store.server";
import { deleteEmailChangesBefore } from "./email-change-store.server";
import { deleteSessionsBefore } from "./session-store.server";
import { deleteCodesBefore } from "./sign-in-code-store.server";
import { deleteSignInNetworksBefore } from "./sign-in-network-store.server";

/** A browser stays known, a trace of a credential is kept and a claim is carried this long: no click counts longer (A1). */
const KEEP_DAYS = 90;
/** Where somebody signed in from is compared with visits of the same days alone (R7). */
const KEEP_NETWORK_DAYS = 7;

/** Drops codes, sessions, carried claims, networks of sign-ins and changes of address that are long over. @returns how many rows */
export async function forgetCredentials({ db = rootDb, clock = systemClock }: Deps = {}): Promise<number> {
  const before = (now: Date, days = KEEP_DAYS) => new Date(now.getTime() - days * 86_400_000);
  return db.transaction("forget-credentials", async (tx) => {
    const codes = await deleteCodesBefore(tx, before(credentialNow(clock)));
    const sessions = await deleteSessionsBefore(tx, before(credentialNow(clock)));
    const claims = await deleteCarriedClaimsBefore(tx, before(clock.now()));
    const networks = await deleteSignInNetworksBefore(tx, before(clock.now(), KEEP_NETWORK_DAYS));
    return codes + sessions + claims + networks + (await deleteEmailChangesBefore(tx, before(clock.now())));
  });
}
