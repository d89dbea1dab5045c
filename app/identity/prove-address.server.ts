import type { Tx } from "~/platform/db.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { sandboxRuns } from "~/platform/env.server";
import { equalInConstantTime, secretHash } from "~/platform/secrets.server";
import { consumeLimit } from "./consume-limit.server";
import { signInCodeHash } from "./create-sign-in-code.server";
import { credentialNow } from "./credential-time.server";
import { keepCarriedClaims } from "./carried-claims.server";
import { openSession } from "./open-session.server";
import { findPersonByEmailHash, updatePerson } from "./person-store.server";
import { recordAudit } from "./record-audit.server";
import type { Area } from "./session";
import { CODE_TRIES, judgeCode, type DeadCode } from "./sign-in-code";
import { consumeCode, countTry, lockCodeByLink, lockNewestCode, type SignInCodeRow } from "./sign-in-code-store.server";
import { upsertSignInNetwork, type SignInNetwork } from "./sign-in-network-store.server";
import { findStaff } from "./staff-store.server";

interface ProveInput {
  area: Area;
  /** The typed code, or the token of the mailed link. */
  proof: { code: string } | { linkToken: string };
  browserSecret: string | null;
  /** The session cookies' present values; the one of the same area ends with this sign-in. */
  previous?: Partial<Record<Area, string | null>>;
  /** A keyed hash of the visitor's network. */
  network: string;
  /** Where from, as visits of links are kept too (R7); null where that says nothing. */
  seenFrom?: SignInNetwork | null;
}

export type ProveOutcome =
  | { signedIn: true; area: Area; secret: string; personId: string; returnTo: string | null }
  | { signedIn: false; reason: "wrong_code"; triesLeft: number }
  | { signedIn: false; reason: DeadCode | "no_request" | "other_browser" | "not_staff" };

/**
 * Signs somebody in who proves an address: a code works once, for ten minutes, five tries, in the browser that asked
 * (ASVS 6.5, 6.6.2). The row is held meanwhile, so parallel tries are counted one by one.
 * @throws TooManyRequestsError when too many people signed in for the first time from one network; the code stays good
 */
export async function proveAddress(
  input: ProveInput,
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<ProveOutcome> {
  return db.transaction("prove-address", async (tx) => {
    const now = credentialNow(clock);
    const row = await lockRequest(tx, input);
    if (!row) return { signedIn: false, reason: "no_request" };
    if (!input.browserSecret || !equalInConstantTime(row.browserHash, secretHash(input.browserSecret))) {
      return { signedIn: false, reason: "other_browser" };
    }
    const state = judgeCode(row, now);
    if (state !== "open") return { signedIn: false, reason: state };
    if ("code" in input.proof) {
      await countTry(tx, row.id);
      if (!equalInConstantTime(row.codeHash, signInCodeHash(row.id, input.proof.code))) {
        return { signedIn: false, reason: "wrong_code", triesLeft: CODE_TRIES - row.attempts - 1 };
      }
    }
    await consumeCode(tx, row.id, now);
    await keepCarriedClaims(tx, { source: row.id, emailHash: row.emailHash, tokens: row.claimed, presentedAt: clock.now() });

    const person = await findPersonByEmailHash(tx, row.emailHash);
    if (!person) return { signedIn: false, reason: "expired" };
    // Everybody who tries the demo comes from one address, so there this limit would stop the wrong people.
    if (!person.lastSignInAt && !sandboxRuns()) await consumeLimit("sign-up-network", input.network, { db });
    await updatePerson(tx, person.id, { lastSignInAt: clock.now(), unprovenUntil: null });
    if (row.area === "desk") {
      if (!(await findStaff(tx, person.id))) return { signedIn: false, reason: "not_staff" };
      const kind = "code" in input.proof ? "code" : "link";
      const by = `person:${person.id}`;
      await recordAudit(tx, { by, action: "desk.signed_in", object: person.id, facts: { kind }, now: clock.now() });
    }
    if (input.seenFrom && row.area === "portal") await upsertSignInNetwork(tx, person.id, input.seenFrom, clock.now());
    const secret = await openSession(tx, {
      personId: person.id,
      area: row.area,
      steppedUpAt: null,
      previousSecret: input.previous?.[row.area],
      now,
    });
    return { signedIn: true, area: row.area, secret, personId: person.id, returnTo: row.returnTo };
  });
}

function lockRequest(tx: Tx, { proof, browserSecret, area }: ProveInput): Promise<SignInCodeRow | null> {
  if ("linkToken" in proof) return lockCodeByLink(tx, secretHash(proof.linkToken));
  return browserSecret ? lockNewestCode(tx, secretHash(browserSecret), area) : Promise.resolve(null);
}
