import { redirect } from "@remix-run/node";
import type { ChampionStatus } from "~/champions/champion";
import { isMember } from "~/champions/champion";
import { findChampionOf } from "~/champions/get-champion.server";
import { findDeskSession, findPortalSession, type DeskSession } from "~/identity/find-session.server";
import type { StaffRole } from "~/identity/staff";
import { rootDb } from "~/platform/deps.server";
import { sandboxRuns } from "~/platform/env.server";
import { ForbiddenError, NotFoundError } from "~/platform/errors";
import type { Locale } from "~/platform/locale";
import { getProgramBySlug } from "~/programs/get-program-by-slug.server";
import { sessionSecret } from "./session.server";

export interface PersonActor {
  personId: string;
  locale: Locale;
}

export interface ChampionActor extends PersonActor {
  championId: string;
  programId: string;
  programSlug: string;
  status: ChampionStatus;
  displayName: string;
}

export interface StaffActor extends PersonActor {
  roles: StaffRole[];
  /** A factor was proven within ten minutes: sensitive acts are open. */
  steppedUp: boolean;
  displayName: string;
}

/** Who is signed in to the portal, or null. */
export async function findPerson(request: Request): Promise<PersonActor | null> {
  const secret = sessionSecret(request, "portal");
  const session = secret && (await findPortalSession(secret));
  return session ? { personId: session.person.id, locale: session.person.locale } : null;
}

/** Who is signed in to the portal. @throws a redirect to the sign-in page */
export async function requirePerson(request: Request): Promise<PersonActor> {
  const person = await findPerson(request);
  if (!person) throw redirect(`/sign-in?to=${wanted(request)}`);
  return person;
}

/** The membership of the signed-in person in a program, in whatever state; null without one. @throws NotFoundError */
export async function findChampion(request: Request, slug: string): Promise<ChampionActor | null> {
  const person = await findPerson(request);
  return person && membershipOf(person, slug);
}

/**
 * A champion of this program whose portal is open. @throws a redirect to the sign-in page, or to the join page, which
 * tells an applicant how things stand; NotFoundError for an unknown program and for writes without a membership
 */
export async function requireChampion(request: Request, slug: string): Promise<ChampionActor> {
  const champion = await membershipOf(await requirePerson(request), slug);
  if (champion && isMember(champion.status)) return champion;
  if (request.method !== "GET") throw new NotFoundError("champion");
  throw redirect(`/portal/${slug}/join`);
}

async function membershipOf(person: PersonActor, slug: string): Promise<ChampionActor | null> {
  const { personId } = person;
  const { id: programId } = await getProgramBySlug(slug);
  const row = await rootDb.transaction("find-champion", (tx) => findChampionOf(tx, { personId, programId }));
  if (!row) return null;
  return {
    ...person,
    championId: row.id,
    programId,
    programSlug: slug,
    status: row.status,
    displayName: row.displayName,
  };
}

/**
 * A member of staff with one of these roles (none named = any member), who proved a factor in this session. Only while
 * the sandbox runs may somebody without a factor come in.
 * @throws a redirect to the sign-in page or to the missing proof; ForbiddenError for another role
 */
export async function requireStaff(request: Request, ...roles: StaffRole[]): Promise<StaffActor> {
  const session = await requireDeskSession(request);
  const skipped = !session.hasFactor && sandboxRuns();
  if (!session.proven && !skipped) {
    throw redirect(`/desk/sign-in/${session.hasFactor ? "factor" : "set-up"}?to=${wanted(request)}`);
  }
  if (roles.length > 0 && !roles.some((role) => session.roles.includes(role))) {
    throw new ForbiddenError("the page belongs to another role");
  }
  return actorOf(session, skipped);
}

/** Who is fully signed in at the desk, or null: for what a signed link shows to whoever holds it. */
export async function findStaff(request: Request): Promise<StaffActor | null> {
  const secret = sessionSecret(request, "desk");
  const session = secret && (await findDeskSession(secret));
  if (!session) return null;
  const skipped = !session.hasFactor && sandboxRuns();
  return session.proven || skipped ? actorOf(session, skipped) : null;
}

function actorOf({ person, roles, steppedUp }: DeskSession, skipped: boolean): StaffActor {
  const { id: personId, locale, firstName, email } = person;
  return { personId, locale, roles, steppedUp: steppedUp || skipped, displayName: firstName ?? email ?? "" };
}

/** For acts that ask for a fresh proof (ASVS 7.5.3). @throws a redirect to the proof, and back to this page */
export function requireFreshProof(request: Request, actor: StaffActor): void {
  if (!actor.steppedUp) throw redirect(`/desk/sign-in/factor?to=${wanted(request)}`);
}

/**
 * A member of staff who proved the address, whether or not a factor too: for the pages on which factors are proven
 * and set up. @throws a redirect to the sign-in page
 */
export async function requireDeskSession(request: Request): Promise<DeskSession & { secret: string }> {
  const secret = sessionSecret(request, "desk");
  const session = secret && (await findDeskSession(secret));
  if (!session) throw redirect(`/desk/sign-in?to=${wanted(request)}`);
  return { ...session, secret };
}

/** The page somebody wanted, for the way back after signing in. */
function wanted(request: Request): string {
  const { pathname, search } = new URL(request.url);
  return encodeURIComponent(pathname.replace(/\.data$/, "") + search);
}
