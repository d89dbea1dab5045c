import type { Tx } from "~/platform/db.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { secretHash } from "~/platform/secrets.server";
import { credentialNow } from "./credential-time.server";
import { hasFactor } from "./factor-store.server";
import type { Person } from "./person";
import { findPersonById } from "./person-store.server";
import { sessionLives, stepUpIsFresh, type Area } from "./session";
import { findSessionRow, touchSession, type SessionRow } from "./session-store.server";
import type { StaffRole } from "./staff";
import { findStaff } from "./staff-store.server";

export interface PortalSession {
  person: Person;
}

export interface DeskSession {
  person: Person;
  roles: StaffRole[];
  /** A passkey or authenticator is set up. */
  hasFactor: boolean;
  /** A factor was proven in this session. */
  proven: boolean;
  /** It was proven so recently that sensitive pages open (ASVS 7.5.3). */
  steppedUp: boolean;
}

/** Who holds this cookie in the portal, or null. Read anew for each request, so a revocation counts at once (I40). */
export async function findPortalSession(
  secret: string,
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<PortalSession | null> {
  return db.transaction("find-portal-session", async (tx) => {
    const session = await liveSession(tx, secret, "portal", credentialNow(clock));
    const person = session && (await findPersonById(tx, session.personId));
    return person?.email ? { person } : null;
  });
}

/** Who holds this cookie at the desk, or null; somebody disabled is nobody from the next request on (I40). */
export async function findDeskSession(
  secret: string,
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<DeskSession | null> {
  return db.transaction("find-desk-session", async (tx) => {
    const now = credentialNow(clock);
    const session = await liveSession(tx, secret, "desk", now);
    if (!session) return null;
    const { personId, steppedUpAt } = session;
    const [person, staff, factor] = await Promise.all([findPersonById(tx, personId), findStaff(tx, personId), hasFactor(tx, personId)]);
    if (!person?.email || !staff) return null;
    return { person, roles: staff.roles, hasFactor: factor, proven: steppedUpAt !== null, steppedUp: stepUpIsFresh(steppedUpAt, now) };
  });
}

/** The session behind a cookie while it counts; notes the use. */
async function liveSession(tx: Tx, secret: string, area: Area, now: Date): Promise<SessionRow | null> {
  const session = await findSessionRow(tx, secretHash(secret));
  if (!session || session.area !== area || !sessionLives(session, now)) return null;
  touchSession(tx, session.idHash, now);
  return session;
}
