import { isDeepStrictEqual } from "node:util";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { ConflictError, NotFoundError } from "~/platform/errors";
import { newId } from "~/platform/ids";
import { cookieSuits } from "./cookie-rule";
import type { ProgramVersion } from "./program";
import { emptyFigures, type ProgramCopyByLocale } from "./program-copy";
import { programCopySchema } from "./program-copy-schema";
import { ParityError, ProgramRefusedError } from "./program-errors";
import { parityOf, rulesProblems, type ProgramRules } from "./program-rules";
import { findVersions, insertVersion, lockProgramRow } from "./program-store.server";

export interface PublishProgramVersionInput {
  programId: string;
  rules: ProgramRules;
  copy: ProgramCopyByLocale;
  by: string;
  /** The number of the version the publisher had before them; null for the first one. */
  after: number | null;
}

/**
 * Adds a version, which counts for friends bound from now on; earlier binds keep theirs (W2).
 * @throws ParityError W20 @throws ConflictError `program_changed` when somebody published in between
 * @throws ProgramRefusedError 422 for rules or copy that do not fit together
 */
export async function publishProgramVersion(
  { programId, rules, copy, by, after }: PublishProgramVersionInput,
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<ProgramVersion> {
  const [problem] = rulesProblems(rules);
  if (problem) throw new ProgramRefusedError(problem.message, { field: problem.field });
  if (!programCopySchema.safeParse(copy).success) throw new ProgramRefusedError("settings.issue.copy");
  const [empty] = emptyFigures(copy, rules);
  if (empty) throw new ProgramRefusedError("settings.issue.emptyFigure", { field: empty });
  const parity = parityOf(rules);
  if (!parity.holds) throw new ParityError(parity);
  return db.transaction("publish-program-version", async (tx) => {
    const type = await lockProgramRow(tx, programId);
    if (!type) throw new NotFoundError("program", { programId });
    if (!cookieSuits(rules.cookie, type)) throw new ProgramRefusedError("cookie.rule.affiliateOnly", { field: "cookie" });
    const [latest] = await findVersions(tx, programId);
    if ((latest?.number ?? null) !== after)
      throw new ConflictError("program_changed", "another version was published", { programId });
    // The ledger and Stripe's balance of a champion are kept in the currency the program began with (M13).
    if (latest && latest.rules.currency !== rules.currency)
      throw new ProgramRefusedError("settings.issue.currencyFixed");
    if (latest && isDeepStrictEqual([latest.rules, latest.copy], [rules, copy])) {
      throw new ProgramRefusedError("settings.issue.rulesUnchanged");
    }
    const version: ProgramVersion = {
      id: newId("prv"),
      programId,
      number: (after ?? 0) + 1,
      rules,
      copy,
      publishedAt: clock.now(),
      publishedBy: by,
    };
    await insertVersion(tx, version);
    return version;
  });
}
