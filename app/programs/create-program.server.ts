import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { within } from "~/platform/db.server";
import { ConflictError } from "~/platform/errors";
import { newId } from "~/platform/ids";
import type { BusinessCalendar } from "./business-calendar";
import { dutchOfficeCalendar } from "./dutch-calendar";
import { SLUG } from "./program";
import type { ProgramDefaults } from "./program-defaults";
import { ProgramRefusedError } from "./program-errors";
import { insertProgram, slugIsTaken } from "./program-store.server";
import { publishProgramVersion } from "./publish-program-version.server";
import { publishTerms } from "./publish-terms.server";

export interface CreateProgramInput extends Omit<ProgramDefaults, "clauses"> {
  slug: string;
  /** Without them the program waits for its first terms and cannot go live. */
  clauses?: ProgramDefaults["clauses"];
  /** Without one Dutch office hours and holidays (W21). */
  calendar?: BusinessCalendar;
  by: string;
}

/**
 * Makes a draft with its first version. @returns its id
 * @throws ParityError W20 @throws ConflictError `slug_taken` @throws ProgramRefusedError 422
 */
export async function createProgram(
  { slug, type, joinPolicy, rules, copy, clauses, calendar, by }: CreateProgramInput,
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<string> {
  if (!SLUG.test(slug)) throw new ProgramRefusedError("settings.issue.slug");
  return db.transaction("create-program", async (tx) => {
    const now = clock.now();
    const id = newId("prg");
    const deps = { db: within(tx), clock };
    if (await slugIsTaken(tx, slug))
      throw new ConflictError("slug_taken", "another program has this address", { slug });
    const hours = calendar ?? dutchOfficeCalendar(now);
    await insertProgram(tx, { id, slug, type, status: "draft", joinPolicy, calendar: hours }, now);
    await publishProgramVersion({ programId: id, rules, copy, by, after: null }, deps);
    if (clauses) await publishTerms({ programId: id, clauses, by, after: null }, deps);
    return id;
  });
}
