import {
  verifyAuthenticationResponse,
  type AuthenticationResponseJSON,
  type AuthenticatorTransport,
} from "@simplewebauthn/server";
import type { Tx } from "~/platform/db.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { consumeLimit } from "./consume-limit.server";
import { credentialNow } from "./credential-time.server";
import { listPasskeys, lockTotp, notePasskeyUse, noteTotpUse } from "./factor-store.server";
import { renewSession } from "./open-session.server";
import { recordAudit } from "./record-audit.server";
import { relyingParty } from "./relying-party.server";
import { setChallenge, type SessionRow } from "./session-store.server";
import { lockLiveDeskSession } from "./start-passkey.server";
import { acceptedStep } from "./totp.server";

interface ProveFactorInput {
  sessionSecret: string;
  personId: string;
  proof: { totp: string } | { passkey: AuthenticationResponseJSON };
}

/**
 * Proves a passkey or an authenticator's code: the session goes on under a new id, stepped up (ASVS 7.2.4).
 * @returns the new secret for the cookie, or null when the proof does not hold
 * @throws TooManyRequestsError after five tries in a quarter of an hour
 */
export async function proveFactor(
  { sessionSecret, personId, proof }: ProveFactorInput,
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<string | null> {
  await consumeLimit("factor-check-day", personId, { db });
  await consumeLimit("factor-check", personId, { db });
  return db.transaction("prove-factor", async (tx) => {
    const now = credentialNow(clock);
    const session = await lockLiveDeskSession(tx, sessionSecret, now);
    const kind = "totp" in proof ? "totp" : "passkey";
    const holds =
      "totp" in proof
        ? await totpHolds(tx, session, proof.totp, now)
        : await passkeyHolds(tx, session, proof.passkey, now);
    const by = `person:${session.personId}`;
    const action = holds ? "desk.factor_proven" : "desk.factor_refused";
    await recordAudit(tx, { by, action, object: session.personId, facts: { kind }, now: clock.now() });
    return holds ? renewSession(tx, session, now) : null;
  });
}

async function totpHolds(tx: Tx, session: SessionRow, typed: string, now: Date): Promise<boolean> {
  const totp = await lockTotp(tx, session.personId);
  if (!totp?.confirmedAt) return false;
  const step = acceptedStep(totp.secretSealed, typed, totp.lastStep, now);
  if (step === null) return false;
  await noteTotpUse(tx, session.personId, { lastStep: step });
  return true;
}

async function passkeyHolds(
  tx: Tx,
  session: SessionRow,
  response: AuthenticationResponseJSON,
  now: Date,
): Promise<boolean> {
  const passkey = (await listPasskeys(tx, session.personId)).find((one) => one.credentialId === response.id);
  if (!session.challenge || !passkey) return false;
  // One answer per challenge, right or wrong.
  await setChallenge(tx, session.idHash, null);
  const { id: rpId, origin } = relyingParty();
  const verified = await verifyAuthenticationResponse({
    response,
    expectedChallenge: session.challenge,
    expectedOrigin: origin,
    expectedRPID: rpId,
    requireUserVerification: false,
    credential: {
      id: passkey.credentialId,
      publicKey: passkey.publicKey,
      counter: Number(passkey.counter),
      transports: passkey.transports as AuthenticatorTransport[],
    },
  }).catch(() => null);
  if (!verified?.verified) return false;
  await notePasskeyUse(tx, passkey.id, BigInt(verified.authenticationInfo.newCounter), now);
  return true;
}
