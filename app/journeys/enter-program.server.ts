import { admitChampion } from "~/champions/admit-champion.server";
import { adoptCustomers } from "~/commerce/adopt-customers.server";
import { keepCarriedClaims } from "~/identity/carried-claims.server";
import { emailHashOf } from "~/identity/email-hash.server";
import { getPerson } from "~/identity/get-person.server";
import { savePerson } from "~/identity/save-person.server";
import type { Clock } from "~/platform/clock.server";
import { within, type Tx } from "~/platform/db.server";
import { ConflictError } from "~/platform/errors";
import { enqueue } from "~/platform/jobs.server";
import { getCompany } from "~/programs/get-company.server";
import { getProgramBySlug } from "~/programs/get-program-by-slug.server";
import type { Program } from "~/programs/program";
import { readClickToken } from "~/sharing/click-token.server";
import { ensureMainLink } from "~/sharing/ensure-main-link.server";
import { doorFor, type Door } from "./program-door.server";

/** What somebody fills in to join or to apply. */
export interface Entry {
  personId: string;
  slug: string;
  /** The version of the terms that stood on the page they accepted them on. */
  termsVersionId: string;
  /** The first name friends see. */
  displayName: string;
  code: string;
  invitation: string | null;
  /** What the browser claimed as somebody's friend (A14). */
  claimed?: readonly string[];
}

/**
 * The steps joining and applying share: the door is checked, the terms are those in force, the membership and the main
 * link with its code are made.
 * @throws ConflictError `door_closed`, `terms_changed`; CannotAskError, CodeTakenError, CodeRefusedError
 */
export async function enterProgram(
  tx: Tx,
  entry: Entry,
  { through, application, clock }: { through: Door; application?: (program: Program) => { note: string; answerBy: Date }; clock: Clock },
) {
  const joined = { db: within(tx), clock };
  const { personId, displayName } = entry;
  const program = await getProgramBySlug(entry.slug, joined);
  const person = await getPerson(personId, joined);
  const email = person.email ?? "";
  const door = await doorFor(tx, { program, personId, email, invitation: entry.invitation }, clock);
  if (door !== through) throw new ConflictError("door_closed", "this way in is not open", { door });
  if (program.terms?.id !== entry.termsVersionId) throw new ConflictError("terms_changed", "terms changed meanwhile");

  const { id: programId, terms } = program;
  const asked = { personId, programId, termsVersionId: terms.id, displayName, application: application?.(program) };
  const championId = await admitChampion(asked, joined);
  const reserved = [(await getCompany(joined)).name];
  const link = await ensureMainLink({ championId, programId, code: entry.code, reserved }, joined);
  await enqueue(tx, "ensure-promotion-code", { linkId: link.linkId });
  await adoptCustomers({ personId, email }, joined);
  const tokens = (entry.claimed ?? []).filter((token) => !("error" in readClickToken(token)));
  await keepCarriedClaims(tx, { source: championId, emailHash: emailHashOf(email), tokens, presentedAt: clock.now() });
  if (person.firstName === null) await savePerson({ personId, firstName: displayName }, joined);
  return { championId, program, code: link.code, answerBy: asked.application?.answerBy ?? null };
}
