import { beforeAll, describe, expect, test } from "vitest";
import { within } from "~/platform/db.server";
import { aProgram } from "~/testing/builders/programs";
import { testDatabase, type TestDatabase } from "~/testing/test-database";
import { createProgram } from "./create-program.server";
import { getProgramBySlug } from "./get-program-by-slug.server";
import { getProgramVersion } from "./get-program-version.server";
import { getProgram } from "./get-program.server";
import { getTermsVersion } from "./get-terms-version.server";
import { listLivePrograms } from "./list-live-programs.server";
import { listPrograms } from "./list-programs.server";
import { affiliateProgramDefaults, friendProgramDefaults } from "./program-defaults";
import { publishTerms } from "./publish-terms.server";
import { saveProgramSetup } from "./save-program-setup.server";
import { setProgramStatus } from "./set-program-status.server";

let deps: TestDatabase;
beforeAll(async () => {
  deps = await testDatabase();
});

const friend = friendProgramDefaults("EUR");

describe("a program", () => {
  test("is made as a draft with typed rules, copy and Dutch hours", async () => {
    const id = await createProgram({ ...friend, slug: "friends", by: "person:psn_1" }, deps);
    const program = await getProgramBySlug("friends", deps);
    expect(program).toMatchObject({
      id,
      slug: "friends",
      type: "friend",
      status: "draft",
      joinPolicy: "customers",
    });
    expect(program.version).toMatchObject({
      number: 1,
      rules: friend.rules,
      copy: friend.copy,
      publishedBy: "person:psn_1",
    });
    expect(program.terms?.clauses).toEqual(friend.clauses);
    expect(program.calendar.holidays).toContain("2026-12-25");
    expect(await getProgram(id, deps)).toEqual(program);
    expect(await getProgramVersion(program.version.id, deps)).toEqual(program.version);
    expect(await getTermsVersion({ id: program.terms!.id }, deps)).toEqual(program.terms);
  });

  test.each([
    "",
    "a",
    "Friends",
    "1st",
    "-a",
    "a-",
    "a--b",
    "a/b",
    "a b",
    `a${"b".repeat(40)}`,
    "fri%00ends",
    "account",
  ])("cannot have the address %j", async (slug) => {
    await expect(createProgram({ ...friend, slug, by: "system" }, deps)).rejects.toMatchObject({
      status: 422,
    });
    await expect(getProgramBySlug(slug, deps)).rejects.toMatchObject({ status: 404 });
  });

  test("cannot take another's address", async () => {
    await aProgram(deps.db, { slug: "taken" });
    await expect(createProgram({ ...friend, slug: "taken", by: "system" }, deps)).rejects.toMatchObject({
      code: "slug_taken",
      status: 409,
    });
  });

  test("is listed when it is live", async () => {
    const live = await aProgram(deps.db, { slug: "listed" });
    const draft = await createProgram({ ...friend, slug: "unlisted", by: "system" }, deps);
    const ids = (await listLivePrograms(deps)).map(({ id }) => id);
    expect(ids).toContain(live.id);
    expect(ids).not.toContain(draft);
    expect((await listPrograms(deps)).map(({ id }) => id)).toEqual(expect.arrayContaining([live.id, draft]));
  });

  test("that nobody made is not found", async () => {
    await expect(getProgram("prg_none", deps)).rejects.toMatchObject({ status: 404 });
    await expect(getProgramVersion("prv_none", deps)).rejects.toMatchObject({ status: 404 });
    await expect(getTermsVersion({ programId: "prg_none", number: 1 }, deps)).rejects.toMatchObject({
      status: 404,
    });
  });
});

describe("going live", () => {
  test("needs terms", async () => {
    const programId = await createProgram(
      { ...affiliateProgramDefaults("EUR"), clauses: undefined, slug: "no-terms", by: "system" },
      deps,
    );
    expect((await getProgram(programId, deps)).terms).toBeNull();
    const live = () => setProgramStatus({ programId, to: "live" }, deps);
    await expect(live()).rejects.toMatchObject({
      status: 422,
      userMessage: { key: "settings.issue.termsMissing" },
    });
    await publishTerms({ programId, clauses: friend.clauses, by: "system", after: null }, deps);
    expect(await live()).toBe("draft");
    expect((await getProgram(programId, deps)).status).toBe("live");
  });

  test("goes one way only: an ended program stays ended", async () => {
    const { id: programId } = await aProgram(deps.db);
    const to = (status: "draft" | "live" | "paused" | "ended") =>
      setProgramStatus({ programId, to: status }, deps);
    await expect(to("draft")).rejects.toMatchObject({ code: "program_status" });
    await expect(to("live")).rejects.toMatchObject({ code: "program_status" });
    await to("paused");
    await to("live");
    await to("ended");
    for (const status of ["live", "paused", "draft", "ended"] as const)
      await expect(to(status)).rejects.toMatchObject({ code: "program_status" });
  });
});

test("who may join and the opening hours are kept with the program, not with a version", async () => {
  const { id: programId, version } = await aProgram(deps.db);
  const calendar = {
    zone: "America/New_York",
    days: { mon: [["10:00", "18:00"] as [string, string]] },
    holidays: ["2026-11-26"],
  };
  await saveProgramSetup({ programId, joinPolicy: "invitation", calendar }, deps);
  expect(await getProgram(programId, deps)).toMatchObject({ joinPolicy: "invitation", calendar, version });
  await expect(
    saveProgramSetup({ programId, joinPolicy: "open", calendar: { ...calendar, days: {} } }, deps),
  ).rejects.toMatchObject({ status: 422 });
  await expect(
    saveProgramSetup({ programId: "prg_none", joinPolicy: "open", calendar }, deps),
  ).rejects.toMatchObject({ status: 404 });
});

test("a caller's transaction that fails takes the program with it", async () => {
  const attempt = deps.db.transaction("fails", async (tx) => {
    await createProgram(
      { ...friend, slug: "rolled-back", by: "system" },
      { db: within(tx), clock: deps.clock },
    );
    throw new Error("later step");
  });
  await expect(attempt).rejects.toThrow("later step");
  await expect(getProgramBySlug("rolled-back", deps)).rejects.toMatchObject({ status: 404 });
});
