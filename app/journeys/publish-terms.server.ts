import { recordAudit } from "~/identity/record-audit.server";
import { within } from "~/platform/db.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import type { TermsVersion } from "~/programs/program";
import { publishTerms as addTerms, type PublishTermsInput } from "~/programs/publish-terms.server";

/** Publishes the clauses as a new version of the terms, with its line in the trail (I37). */
export async function publishTerms(
  input: PublishTermsInput,
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<TermsVersion> {
  return db.transaction("publish-terms", async (tx) => {
    const terms = await addTerms(input, { db: within(tx), clock });
    const facts = { terms: terms.number, termsId: terms.id, clauses: terms.clauses.length };
    await recordAudit(tx, {
      by: input.by,
      action: "terms.published",
      object: input.programId,
      facts,
      now: clock.now(),
    });
    return terms;
  });
}
