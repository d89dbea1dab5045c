import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type AuthenticatorTransport,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
} from "@simplewebauthn/server";
import type { Tx } from "~/platform/db.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { ForbiddenError } from "~/platform/errors";
import { secretHash } from "~/platform/secrets.server";
import { credentialNow } from "./credential-time.server";
import { listPasskeys } from "./factor-store.server";
import { findPersonById } from "./person-store.server";
import { relyingParty } from "./relying-party.server";
import { sessionLives } from "./session";
import { lockSession, setChallenge, type SessionRow } from "./session-store.server";

/** What the browser needs to make a new passkey. The challenge waits in the session, for one answer. */
export async function startPasskeyCreation(
  sessionSecret: string,
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  return db.transaction("start-passkey-creation", async (tx) => {
    const session = await lockLiveDeskSession(tx, sessionSecret, credentialNow(clock));
    const person = await findPersonById(tx, session.personId);
    const { id, name } = relyingParty();
    const options = await generateRegistrationOptions({
      rpID: id,
      rpName: name,
      userID: new TextEncoder().encode(session.personId),
      userName: person?.email ?? session.personId,
      userDisplayName: person?.firstName ?? "",
      attestationType: "none",
      excludeCredentials: await credentialsOf(tx, session.personId),
      authenticatorSelection: { residentKey: "preferred", userVerification: "preferred" },
    });
    await setChallenge(tx, session.idHash, options.challenge);
    return options;
  });
}

/** What the browser needs to prove one of the person's passkeys. */
export async function startPasskeyProof(
  sessionSecret: string,
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  return db.transaction("start-passkey-proof", async (tx) => {
    const session = await lockLiveDeskSession(tx, sessionSecret, credentialNow(clock));
    const options = await generateAuthenticationOptions({
      rpID: relyingParty().id,
      allowCredentials: await credentialsOf(tx, session.personId),
      userVerification: "preferred",
    });
    await setChallenge(tx, session.idHash, options.challenge);
    return options;
  });
}

async function credentialsOf(tx: Tx, personId: string) {
  const passkeys = await listPasskeys(tx, personId);
  return passkeys.map(({ credentialId, transports }) => ({
    id: credentialId,
    transports: transports as AuthenticatorTransport[],
  }));
}

/** @throws ForbiddenError when the session ended meanwhile */
export async function lockLiveDeskSession(tx: Tx, secret: string, now: Date): Promise<SessionRow> {
  const session = await lockSession(tx, secretHash(secret));
  if (!session || session.area !== "desk" || !sessionLives(session, now)) throw new ForbiddenError("no live session");
  return session;
}
