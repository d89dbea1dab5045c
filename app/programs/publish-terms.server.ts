import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { ConflictError, NotFoundError } from "~/platform/errors";
import { newId } from "~/platform/ids";
import type { TermsVersion } from "./program";
import { ProgramRefusedError } from "./program-errors";
import { findTermsVersions, insertTerms, lockProgramRow } from "./program-store.server";
import { diffTerms, type Clause } from "./terms";
import { clausesSchema } from "./terms-schema";

export interface PublishTermsInput {
  programId: string;
  clauses: readonly Clause[];
  by: string;
  /** The number of the terms the publisher had before them; null for the first ones. */
  after: number | null;
}

/**
 * Adds a version of the terms; the earlier ones stay for those who accepted them.
 * @throws ConflictError `terms_changed` when somebody published in between
 * @throws ProgramRefusedError 422 when a subject has no clause, or nothing differs from the last version
 */
export async function publishTerms(
  { programId, clauses: given, by, after }: PublishTermsInput,
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<TermsVersion> {
  const parsed = clausesSchema.safeParse(given);
  if (!parsed.success) throw new ProgramRefusedError("settings.issue.clauses");
  const clauses = parsed.data;
  return db.transaction("publish-terms", async (tx) => {
    if (!(await lockProgramRow(tx, programId))) throw new NotFoundError("program", { programId });
    const [latest] = await findTermsVersions(tx, programId);
    if ((latest?.number ?? null) !== after)
      throw new ConflictError("terms_changed", "other terms were published", { programId });
    // A version that says nothing new would ask every champion to accept the same words again.
    if (latest && diffTerms(latest.clauses, clauses).length === 0)
      throw new ProgramRefusedError("settings.issue.termsUnchanged");
    const terms: TermsVersion = {
      id: newId("trm"),
      programId,
      number: (after ?? 0) + 1,
      clauses,
      publishedAt: clock.now(),
      publishedBy: by,
    };
    await insertTerms(tx, terms);
    return terms;
  });
}
