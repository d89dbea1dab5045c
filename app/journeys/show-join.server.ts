import { findChampionOf } from "~/champions/get-champion.server";
import { getPerson } from "~/identity/get-person.server";
import { within } from "~/platform/db.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import type { Company } from "~/programs/company";
import { getCompany } from "~/programs/get-company.server";
import { getProgramBySlug } from "~/programs/get-program-by-slug.server";
import type { Program } from "~/programs/program";
import { checkFreeCode, type FreeCodeCheck } from "~/sharing/check-free-code.server";
import { findMainLink } from "~/sharing/find-main-link.server";
import { doorFor, type Door } from "./program-door.server";

interface Newcomer {
  personId: string;
  slug: string;
  invitation: string | null;
}

export interface JoinView {
  program: Program;
  company: Company;
  door: Door;
  email: string;
  /** What the form starts with: what they used before, else their first name and a code made of it. */
  displayName: string;
  code: string;
  /** How an earlier application stands. */
  answerBy: Date | null;
  refusalReason: string | null;
  mayReapplyAt: Date | null;
}

/** Everything the join page shows to a signed-in person. @throws NotFoundError */
export async function showJoin(
  { personId, slug, invitation }: Newcomer,
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<JoinView> {
  return db.transaction("show-join", async (tx) => {
    const joined = { db: within(tx), clock };
    const program = await getProgramBySlug(slug, joined);
    const company = await getCompany(joined);
    const person = await getPerson(personId, joined);
    const email = person.email ?? "";
    const known = await findChampionOf(tx, { personId, programId: program.id });
    const door = await doorFor(tx, { program, personId, email, invitation }, clock);
    const displayName = known?.displayName ?? person.firstName ?? "";
    const link = known && (await findMainLink(tx, known.id));
    const suggested = await checkFreeCode({ typed: "", firstName: displayName, reserved: [company.name] }, joined);
    return {
      program,
      company,
      door,
      email,
      displayName,
      code: link?.code ?? (suggested.ok ? suggested.code : (suggested.suggestions[0] ?? "")),
      answerBy: known?.answerBy ?? null,
      refusalReason: known?.refusalReason ?? null,
      mayReapplyAt: known?.mayReapplyAt ?? null,
    };
  });
}

interface CodeQuestion {
  personId: string;
  slug: string;
  typed: string;
}

/** Whether a code can be had by this person, as they type it. Their own codes are theirs to take up again. */
export async function checkOwnCode(
  { personId, slug, typed }: CodeQuestion,
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<FreeCodeCheck> {
  return db.transaction("check-own-code", async (tx) => {
    const joined = { db: within(tx), clock };
    const program = await getProgramBySlug(slug, joined);
    const { firstName } = await getPerson(personId, joined);
    const known = await findChampionOf(tx, { personId, programId: program.id });
    const link = known && (await findMainLink(tx, known.id));
    const reserved = [(await getCompany(joined)).name];
    return checkFreeCode({ typed, firstName: known?.displayName ?? firstName ?? "", reserved, forLinkId: link?.id }, joined);
  });
}
