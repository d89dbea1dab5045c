import type { Tx } from "~/platform/db.server";
import { randomSecret, secretHash } from "~/platform/secrets.server";
import { SESSION_LIFE, type Area } from "./session";
import { insertSession, revokeSession, type SessionRow } from "./session-store.server";

interface OpenSessionInput {
  personId: string;
  area: Area;
  /** When a factor was proven, if one was. */
  steppedUpAt: Date | null;
  /** The session the same cookie held until now: it ends, so that an id planted before sign-in is worth nothing. */
  previousSecret?: string | null;
  now: Date;
}

/** A new session. @returns the secret for the cookie; the database keeps its hash alone */
export async function openSession(tx: Tx, input: OpenSessionInput): Promise<string> {
  const { personId, area, steppedUpAt, previousSecret, now } = input;
  if (previousSecret) await revokeSession(tx, secretHash(previousSecret), now);
  const secret = randomSecret();
  await insertSession(tx, {
    idHash: secretHash(secret),
    personId,
    area,
    createdAt: now,
    lastSeenAt: now,
    expiresAt: new Date(now.getTime() + SESSION_LIFE[area].totalMs),
    revokedAt: null,
    steppedUpAt,
    challenge: null,
  });
  return secret;
}

/** The same session under a new id, now with a proven factor; its last moment stays what it was (ASVS 7.2.4). */
export async function renewSession(tx: Tx, session: SessionRow, now: Date): Promise<string> {
  await revokeSession(tx, session.idHash, now);
  const secret = randomSecret();
  const idHash = secretHash(secret);
  await insertSession(tx, { ...session, idHash, lastSeenAt: now, steppedUpAt: now, challenge: null });
  return secret;
}
