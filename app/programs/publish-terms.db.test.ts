import { beforeAll, describe, expect, test } from "vitest";
import { aProgram } from "~/testing/builders/programs";
import { testDatabase, type TestDatabase } from "~/testing/test-database";
import { getProgram } from "./get-program.server";
import { getTermsVersion } from "./get-terms-version.server";
import { listProgramHistory } from "./list-program-history.server";
import { friendProgramDefaults } from "./program-defaults";
import { publishTerms } from "./publish-terms.server";
import type { Clause } from "./terms";

let deps: TestDatabase;
beforeAll(async () => {
  deps = await testDatabase();
});

const friend = friendProgramDefaults("EUR");
const reworded = (words: string): Clause[] =>
  friend.clauses.map((clause, i) => (i === 0 ? { ...clause, text: { ...clause.text, en: words } } : clause));

describe("publishing terms", () => {
  test("adds a row; the old clauses stay for those who accepted them", async () => {
    const program = await aProgram(deps.db);
    const second = await publishTerms(
      { programId: program.id, clauses: reworded("New words."), by: "person:psn_2", after: 1 },
      deps,
    );
    expect((await getProgram(program.id, deps)).terms).toEqual(second);
    expect(await getTermsVersion({ programId: program.id, number: 1 }, deps)).toEqual(program.terms);
  });

  test("is refused without a subject, without a difference, and after somebody else", async () => {
    const { id: programId, terms } = await aProgram(deps.db);
    const by = "system";
    await expect(
      publishTerms({ programId, clauses: terms.clauses.slice(1), by, after: 1 }, deps),
    ).rejects.toMatchObject({ status: 422 });
    await expect(
      publishTerms({ programId, clauses: terms.clauses, by, after: 1 }, deps),
    ).rejects.toMatchObject({
      userMessage: { key: "settings.issue.termsUnchanged" },
    });
    await expect(
      publishTerms({ programId, clauses: reworded("x"), by, after: null }, deps),
    ).rejects.toMatchObject({ code: "terms_changed" });
    expect((await listProgramHistory(programId, deps)).terms).toHaveLength(1);
  });
});
