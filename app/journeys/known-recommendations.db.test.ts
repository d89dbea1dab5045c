import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { changeMembership } from "~/champions/change-membership.server";
import { saveOwnWords } from "~/champions/save-own-words.server";
import type { Database } from "~/platform/db.server";
import { followDatabase } from "~/platform/follow-database.server";
import { publishProgramVersion } from "~/programs/publish-program-version.server";
import { saveCompany } from "~/programs/save-company.server";
import { setProgramStatus } from "~/programs/set-program-status.server";
import { changeCode } from "~/sharing/change-code.server";
import { aChampion } from "~/testing/builders/champions";
import { aCompany, aProgram, COMPANY } from "~/testing/builders/programs";
import { aLink } from "~/testing/builders/sharing";
import { testDatabase, type TestDatabase } from "~/testing/test-database";
import { KnownRecommendations } from "./known-recommendations.server";

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
  await aCompany(test.db);
});
const stops: (() => void)[] = [];
afterEach(() => stops.splice(0).forEach((stop) => stop()));

/** Another process, with how often it asked the database. */
function aProcess() {
  const asked = { times: 0 };
  const db: Database = {
    transaction: (name, work) => {
      asked.times += 1;
      return test.db.transaction(name, work);
    },
  };
  const known = new KnownRecommendations(db);
  const listens = () => stops.push(followDatabase(test.urls.app, known.followers()));
  /** Until nothing has to be asked: it listens and has read all it needs. */
  const knows = (code: string) =>
    expect
      .poll(async () => {
        const before = asked.times;
        return (await known.find(code)) !== null && asked.times === before;
      })
      .toBe(true);
  return { known, asked, listens, knows };
}

async function aRecommendation() {
  const program = await aProgram(test.db);
  const champion = await aChampion(test.db, { programId: program.id, displayName: "Zoë" });
  return { program, champion, link: await aLink(test.db, { champion }) };
}

describe("what a process knows of the recommendations that are followed", () => {
  it("is asked each time while nobody listens", async () => {
    const { link } = await aRecommendation();
    const { known, asked } = aProcess();
    await known.find(link.code);
    const once = asked.times;
    await known.find(link.code);
    expect(asked.times).toBe(2 * once);
  });

  it("takes no query once it is known, and follows what others change", async () => {
    const { program, champion, link } = await aRecommendation();
    const { known, listens, knows } = aProcess();
    listens();
    const shows = (read: (shown: NonNullable<Awaited<ReturnType<typeof known.find>>>) => unknown, wanted: unknown) =>
      expect.poll(async () => read((await known.find(link.code))!)).toEqual(wanted);
    await knows(link.code);

    await changeCode({ linkId: link.id, code: "ZOE-NEW" }, test);
    await shows(({ link: { currentCode } }) => currentCode, "ZOE-NEW");
    await saveOwnWords({ championId: champion.id, displayName: "Zoé", sentence: "Every morning." }, test);
    await shows(({ championName, sentence }) => [championName, sentence], ["Zoé", "Every morning."]);
    await changeMembership({ championId: champion.id, to: "paused" }, test);
    await shows(({ open }) => open, false);
    await changeMembership({ championId: champion.id, to: "active" }, test);
    await shows(({ open }) => open, true);
    const { rules, copy } = program.version;
    await publishProgramVersion({ programId: program.id, rules: { ...rules, clickMemoryDays: 7 }, copy, by: "system", after: 1 }, test);
    await shows((shown) => shown.program.version.rules.clickMemoryDays, 7);
    await setProgramStatus({ programId: program.id, to: "paused" }, test);
    await shows((shown) => [shown.program.status, shown.open], ["paused", false]);
    await saveCompany({ ...COMPANY, name: "Red Kettle" }, test);
    await shows(({ company }) => company.name, "Red Kettle");
    await knows(link.code);
  });

  it("does not fill up with codes that nobody has, and asks for each of them anew", async () => {
    const { known, asked, listens, knows } = aProcess();
    listens();
    const { link } = await aRecommendation();
    await knows(link.code);
    for (let n = 0; n < 3; n++) expect(await known.find("NOBODY-HAS-IT")).toBeNull();
    const before = asked.times;
    expect(await known.find("NOBODY-HAS-IT")).toBeNull();
    expect(asked.times).toBe(before + 1);
  });

  it("never keeps what was read before the news", async () => {
    const { champion, link } = await aRecommendation();
    const { known, listens, knows } = aProcess();
    listens();
    await knows((await aRecommendation()).link.code);
    const reading = known.find(link.code);
    await Promise.all([reading, saveOwnWords({ championId: champion.id, displayName: "Zoë", sentence: "At last." }, test)]);
    await expect.poll(async () => (await known.find(link.code))?.sentence).toBe("At last.");
  });
});
