import { beforeAll, describe, expect, test } from "vitest";
import { countReferralsByVersion } from "~/attribution/count-referrals-by-version.server";
import { friendProgramDefaults } from "~/programs/program-defaults";
import { getProgram } from "~/programs/get-program.server";
import { aStaffMember } from "~/testing/builders/identity";
import { COMPANY } from "~/testing/builders/programs";
import { aConversion, aRewardedChampion } from "~/testing/builders/rewards";
import { thanksForFirst } from "~/programs/reward-rule";
import { testDatabase, type TestDatabase } from "~/testing/test-database";
import { changeProgramSetup } from "./change-program-setup.server";
import { changeProgramStatus } from "./change-program-status.server";
import { createProgram } from "./create-program.server";
import { publishProgram } from "./publish-program.server";
import { publishTerms } from "./publish-terms.server";
import { readProgramSettings } from "./read-program-settings.server";
import { saveCompany } from "./save-company.server";

let deps: TestDatabase;
let by: string;
beforeAll(async () => {
  deps = await testDatabase();
  by = `person:${(await aStaffMember(deps, { roles: ["owner"], firstName: "Olga" })).id}`;
});

const { clauses, ...friend } = friendProgramDefaults("EUR");
const better = { ...friend.rules, rewards: [thanksForFirst({ kind: "flat", amountMinor: 1_500n })] } as const;
const unequal = { ...friend.rules, ownOffer: { kind: "none" } } as const;

/** What the trail holds about a thing, in order. */
async function trailOf(object: string) {
  const rows = await deps.db.transaction("read-trail", (tx) =>
    tx.auditEntry.findMany({ where: { object }, orderBy: { id: "asc" } }),
  );
  return rows.map(({ by: who, action, facts }) => ({ who, action, facts }));
}

describe("every change of a program", () => {
  test("leaves its line in the trail, in the transaction that made it (I37)", async () => {
    const programId = await createProgram({ ...friend, slug: "trail", by }, deps);
    await publishTerms({ programId, clauses, by, after: null }, deps);
    await changeProgramStatus({ programId, to: "live", by }, deps);
    const { id } = await publishProgram({ programId, rules: better, copy: friend.copy, by, after: 1 }, deps);
    const { calendar } = await getProgram(programId, deps);
    await changeProgramSetup({ programId, joinPolicy: "open", calendar, by }, deps);
    const trail = await trailOf(programId);
    expect(trail.map(({ action }) => action)).toEqual([
      "program.created",
      "terms.published",
      "program.status",
      "program.published",
      "program.setup",
    ]);
    expect(new Set(trail.map(({ who }) => who))).toEqual(new Set([by]));
    expect(trail[2]?.facts).toEqual({ from: "draft", to: "live" });
    expect(trail[3]?.facts).toEqual({ version: 2, versionId: id });
  });

  test("that is refused leaves neither a change nor a line", async () => {
    const programId = await createProgram({ ...friend, slug: "refused", by }, deps);
    const attempts = [
      () => publishProgram({ programId, rules: unequal, copy: friend.copy, by, after: 1 }, deps),
      () => publishTerms({ programId, clauses: clauses.slice(1), by, after: null }, deps),
      () => changeProgramStatus({ programId, to: "live", by }, deps),
    ];
    for (const attempt of attempts) await expect(attempt()).rejects.toMatchObject({ status: 422 });
    expect((await trailOf(programId)).map(({ action }) => action)).toEqual(["program.created"]);
    expect(await getProgram(programId, deps)).toMatchObject({ status: "draft", version: { number: 1 } });
  });
});

test("the trail of the company names what changed, and never an address of a person", async () => {
  await saveCompany({ ...COMPANY, by }, deps);
  await saveCompany(
    { ...COMPANY, name: "Red Kettle", allowedHosts: [...COMPANY.allowedHosts, "b.example"], by },
    deps,
  );
  const [, second] = await trailOf("company");
  expect(second?.facts).toEqual({
    changed: ["name", "allowedHosts"],
    allowedHosts: ["shop.bluekettle.example", "b.example"],
  });
});

test("the settings tell who published what, and for how many friends each version counts", async () => {
  const programId = await createProgram({ ...friend, slug: "history", by: "system" }, deps);
  await publishTerms({ programId, clauses, by, after: null }, deps);
  await publishProgram({ programId, rules: better, copy: friend.copy, by, after: 1 }, deps);
  const settings = await readProgramSettings("history", deps);
  expect(
    settings.versions.map(({ number, publisher, referrals }) => ({ number, publisher, referrals })),
  ).toEqual([
    { number: 2, publisher: "Olga", referrals: 0 },
    { number: 1, publisher: null, referrals: 0 },
  ]);
  expect(settings.terms).toMatchObject([{ number: 1, publisher: "Olga" }]);
  await expect(readProgramSettings("nowhere", deps)).rejects.toMatchObject({ status: 404 });
});

test("friends are counted under the version they were bound with (W2)", async () => {
  const owner = await aRewardedChampion(deps);
  const { program, version } = owner;
  await aConversion(deps, owner);
  await aConversion(deps, owner);
  const published = { programId: program.id, rules: better, copy: friend.copy, by, after: 1 };
  const next = await publishProgram(published, deps);
  await aConversion(deps, { ...owner, version: { ...version, id: next.id } });
  await aConversion(deps, await aRewardedChampion(deps));
  expect(await countReferralsByVersion(program.id, deps)).toEqual(
    new Map([
      [version.id, 2],
      [next.id, 1],
    ]),
  );
});
