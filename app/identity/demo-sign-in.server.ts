import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { sandboxRuns } from "~/platform/env.server";
import { NotFoundError } from "~/platform/errors";
import { credentialNow } from "./credential-time.server";
import { DEMO_PEOPLE, type DemoPerson } from "./demo-people";
import { emailHashOf } from "./email-hash.server";
import { openSession } from "./open-session.server";
import { findPersonByEmailHash, updatePerson } from "./person-store.server";
import { recordAudit } from "./record-audit.server";

/** The people of the demo who exist by now. @throws NotFoundError when no sandbox runs */
export async function listDemoPeople({ db = rootDb }: Pick<Deps, "db"> = {}): Promise<DemoPerson[]> {
  requireSandbox();
  return db.transaction("list-demo-people", async (tx) => {
    const found: DemoPerson[] = [];
    for (const person of DEMO_PEOPLE) {
      if (await findPersonByEmailHash(tx, emailHashOf(person.email))) found.push(person);
    }
    return found;
  });
}

/**
 * Signs in as one of the demo's people without any proof. @returns the session's secret and area
 * @throws NotFoundError when no sandbox runs, or for anybody else
 */
export async function demoSignIn(
  { key, previousSecret }: { key: string; previousSecret: (area: DemoPerson["area"]) => string | null },
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<{ secret: string; area: DemoPerson["area"] }> {
  requireSandbox();
  const demoPerson = DEMO_PEOPLE.find((one) => one.key === key);
  if (!demoPerson) throw new NotFoundError("demo person");
  const { area, email } = demoPerson;
  return db.transaction("demo-sign-in", async (tx) => {
    const person = await findPersonByEmailHash(tx, emailHashOf(email));
    if (!person) throw new NotFoundError("demo person");
    const now = credentialNow(clock);
    await updatePerson(tx, person.id, { lastSignInAt: clock.now() });
    await recordAudit(tx, { by: `person:${person.id}`, action: "demo.signed_in", object: person.id, now: clock.now() });
    const session = { personId: person.id, area, steppedUpAt: now, previousSecret: previousSecret(area), now };
    return { secret: await openSession(tx, session), area };
  });
}

function requireSandbox(): void {
  if (!sandboxRuns()) throw new NotFoundError("demo sign-in");
}
