import { verifyRegistrationResponse, type RegistrationResponseJSON } from "@simplewebauthn/server";
import type { Tx } from "~/platform/db.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { ForbiddenError } from "~/platform/errors";
import { newId } from "~/platform/ids";
import { credentialNow } from "./credential-time.server";
import { hasFactor, insertPasskey, lockTotp, noteTotpUse } from "./factor-store.server";
import { renewSession } from "./open-session.server";
import { recordAudit } from "./record-audit.server";
import { relyingParty } from "./relying-party.server";
import { stepUpIsFresh } from "./session";
import { setChallenge, type SessionRow } from "./session-store.server";
import { lockLiveDeskSession } from "./start-passkey.server";
import { acceptedStep } from "./totp.server";

export interface AddFactorInput {
  sessionSecret: string;
  factor: { totp: string } | { passkey: RegistrationResponseJSON; label: string };
}

export interface AddedFactor {
  kind: "passkey" | "totp";
  personId: string;
  /** Names this one change, for the mail about it. */
  auditId: string;
  /** The session goes on under this new id, stepped up. */
  secret: string;
}

/**
 * Sets up a passkey or confirms an authenticator. The first one may be set up right after signing in; a further one
 * asks for a fresh proof, else a stolen session could plant its own.
 * @returns null when what the device sent does not hold
 * @throws ForbiddenError without a fresh proof
 */
export async function addFactor(
  { sessionSecret, factor }: AddFactorInput,
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<AddedFactor | null> {
  return db.transaction("add-factor", async (tx) => {
    const now = credentialNow(clock);
    const session = await lockLiveDeskSession(tx, sessionSecret, now);
    const { personId } = session;
    if ((await hasFactor(tx, personId)) && !stepUpIsFresh(session.steppedUpAt, now)) {
      throw new ForbiddenError("a further factor needs a fresh proof");
    }
    const kind = "totp" in factor ? "totp" : "passkey";
    const holds =
      "totp" in factor
        ? await confirmTotp(tx, session, factor.totp, now)
        : await savePasskey(tx, session, factor, now);
    if (!holds) return null;
    const by = `person:${personId}`;
    const entry = { by, action: "factor.added", object: personId, facts: { kind }, now: clock.now() };
    const auditId = await recordAudit(tx, entry);
    return { kind, personId, auditId, secret: await renewSession(tx, session, now) };
  });
}

async function confirmTotp(tx: Tx, { personId }: SessionRow, typed: string, now: Date): Promise<boolean> {
  const totp = await lockTotp(tx, personId);
  if (!totp || totp.confirmedAt) return false;
  const step = acceptedStep(totp.secretSealed, typed, totp.lastStep, now);
  if (step === null) return false;
  await noteTotpUse(tx, personId, { lastStep: step, confirmedAt: now });
  return true;
}

async function savePasskey(
  tx: Tx,
  session: SessionRow,
  { passkey, label }: { passkey: RegistrationResponseJSON; label: string },
  now: Date,
): Promise<boolean> {
  if (!session.challenge) return false;
  await setChallenge(tx, session.idHash, null);
  const { id: rpId, origin } = relyingParty();
  const verified = await verifyRegistrationResponse({
    response: passkey,
    expectedChallenge: session.challenge,
    expectedOrigin: origin,
    expectedRPID: rpId,
    requireUserVerification: false,
  }).catch(() => null);
  if (!verified?.verified) return false;
  const { credential } = verified.registrationInfo;
  await insertPasskey(tx, {
    id: newId("pky"),
    personId: session.personId,
    credentialId: credential.id,
    publicKey: new Uint8Array(credential.publicKey),
    counter: BigInt(credential.counter),
    transports: credential.transports ?? [],
    label,
    createdAt: now,
    lastUsedAt: null,
  });
  return true;
}
