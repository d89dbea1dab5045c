import type { Tx } from "~/platform/db.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { secretHash } from "~/platform/secrets.server";
import { credentialNow } from "./credential-time.server";
import { hasFactor } from "./factor-store.server";
import type { Person } from "./person";
import { findPersonById } from "./person-store.server";
import { sessionLives, stepUpIsFresh, type Area } from "./session";
import { findSessionRow, touchSession } from "./session-store.server";
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
    const used = await liveSession(tx, secret, "portal", credentialNow(clock));
    return used && { person: used.person };
  });
}

/** Who holds this cookie at the desk, or null; somebody disabled is nobody from the next request on (I40). */
export async function findDeskSession(
  secret: string,
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<DeskSession | null> {
  return db.transaction("find-desk-session", async (tx) => {
    const now = credentialNow(clock);
    const used = await liveSession(tx, secret, "desk", now);
    const staff = used && (await findStaff(tx, used.person.id));
    if (!staff) return null;
    return {
      person: used.person,
      roles: staff.roles,
      hasFactor: await hasFactor(tx, used.person.id),
      proven: used.steppedUpAt !== null,
      steppedUp: stepUpIsFresh(used.steppedUpAt, now),
    };
  });
}

async function liveSession(tx: Tx, secret: string, area: Area, now: Date) {
  const session = await findSessionRow(tx, secretHash(secret));
  if (!session || session.area !== area || !sessionLives(session, now)) return null;
  const person = await findPersonById(tx, session.personId);
  if (!person?.email) return null;
  await touchSession(tx, session.idHash, now);
  return { person, steppedUpAt: session.steppedUpAt };
}
