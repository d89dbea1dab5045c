import { beforeAll, describe, expect, it } from "vitest";
import { aChampion } from "~/testing/builders/champions";
import { aLink } from "~/testing/builders/sharing";
import { testDatabase, type TestDatabase } from "~/testing/test-database";
import { changeCode } from "./change-code.server";
import { checkFreeCode } from "./check-free-code.server";
import { createLink, MAX_LINKS } from "./create-link.server";
import { findLinkByCode, listOldCodes } from "./link-store.server";
import { lookalikeOf } from "./referral-code";

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});

const find = (code: string) => test.db.transaction("find", (tx) => findLinkByCode(tx, code));

describe("one code, one link", () => {
  it("gives a code that twenty people pick at the same moment to one of them", async () => {
    const champions = await Promise.all(Array.from({ length: 20 }, () => aChampion(test.db)));
    const spellings = ["ROSIE", "R0SIE", "RO-SIE", "ROS1E"];
    const wishes = champions.map((champion, n) =>
      createLink({ championId: champion.id, programId: champion.programId, label: null, code: spellings[n % 4]! }, test),
    );
    const outcomes = await Promise.allSettled(wishes);
    const errors = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason.code] : []));
    expect(errors).toEqual(Array(19).fill("code_taken"));
    // The losers left nothing behind.
    const links = await test.db.transaction("links", (tx) =>
      tx.link.count({ where: { championId: { in: champions.map((champion) => champion.id) } } }),
    );
    expect(links).toBe(1);
  });

  it("finds it in any spelling a reader could mistake for it", async () => {
    const link = await aLink(test.db, { code: "LOLA-10" });
    for (const typed of ["LOLA-10", "L0LA-1O", "LOLA10", "1O1A-IO"]) expect((await find(typed))?.id, typed).toBe(link.id);
    expect(await find("LOLA-11")).toBeNull();
    expect(await find("LOLA-20")).toBeNull();
  });

  it("folds lookalikes in the database as the code does", async () => {
    for (const code of ["OIL-O1L", "ABCDEFGHIJKLMNOPQRST", "UVWXYZ-0123456789"]) {
      const { rows } = await test.db.pool.query<{ alike: string }>("select translate($1, 'OIL-', '011') as alike", [code]);
      expect(rows[0]?.alike).toBe(lookalikeOf(code));
    }
  });
});

describe("renaming a code", () => {
  it("leaves the old one working, also when taken up again", async () => {
    const link = await aLink(test.db, { code: "MIRA" });
    await changeCode({ linkId: link.id, code: "mira-leest" }, test);
    expect(await find("MIRA")).toMatchObject({ id: link.id, currentCode: "MIRA-LEEST" });
    await changeCode({ linkId: link.id, code: "MIRA" }, test);
    expect(await find("MIRA-LEEST")).toMatchObject({ id: link.id, currentCode: "MIRA" });
    const old = await test.db.transaction("old", (tx) => listOldCodes(tx, link.id));
    expect(old).toEqual(["MIRA-LEEST"]);
  });

  it("does not take what is or was another's", async () => {
    const mine = await aLink(test.db);
    const other = await aLink(test.db, { code: "WIM" });
    await changeCode({ linkId: other.id, code: "WIM-LEEST" }, test);
    await expect(changeCode({ linkId: mine.id, code: "WIM" }, test)).rejects.toMatchObject({ code: "code_taken" });
    await expect(changeCode({ linkId: mine.id, code: "W1M" }, test)).rejects.toMatchObject({ code: "code_taken" });
    expect(await find(mine.code)).toMatchObject({ currentCode: mine.code });
  });

  it("ends with one current code when ten renames meet", async () => {
    const link = await aLink(test.db);
    const renames = Array.from({ length: 10 }, (_, n) => changeCode({ linkId: link.id, code: `MEET-${n + 20}` }, test));
    await Promise.all(renames);
    const { rows } = await test.db.pool.query("select 1 from referral_code where link_id = $1 and is_current", [link.id]);
    expect(rows).toHaveLength(1);
  });

  it("refuses what may be no code", async () => {
    const link = await aLink(test.db);
    for (const code of ["admin", "a b", "fuck", "", "x".repeat(21)]) {
      await expect(changeCode({ linkId: link.id, code }, test), code).rejects.toMatchObject({ code: "code_refused" });
    }
  });
});

describe("asking for a code as it is typed", () => {
  const ask = (typed: string, forLinkId?: string) =>
    checkFreeCode({ typed, firstName: "Nora", reserved: ["Boekhuis"], forLinkId }, test);

  it("says yes, or offers what could be had instead", async () => {
    const link = await aLink(test.db, { code: "NORA" });
    expect(await ask("nora-leest")).toEqual({ ok: true, code: "NORA-LEEST" });
    const taken = await ask("nora");
    expect(taken).toMatchObject({ ok: false, problem: "taken" });
    expect(!taken.ok && taken.suggestions[0]).toMatch(/^NORA-\d\d$/);
    expect(await ask("n0ra")).toMatchObject({ ok: false, problem: "taken" });
    expect(await ask("nora", link.id)).toEqual({ ok: true, code: "NORA" });
    expect(await ask("nora & wim")).toMatchObject({ ok: false, problem: "characters", suggestions: ["NORA-WIM", expect.stringMatching(/^NORA-WIM-\d/), expect.anything()] });
    expect(await ask("Boek & huis")).toMatchObject({ ok: false, problem: "reserved" });
  });
});

describe("several links", () => {
  it("stops at the limit, also when many come at once", async () => {
    const champion = await aChampion(test.db);
    const { id: championId, programId } = champion;
    await createLink({ championId, programId, label: null, code: "BAKER" }, test);
    const more = Array.from({ length: MAX_LINKS + 5 }, (_, n) =>
      createLink({ championId, programId, label: `place ${n}`, code: `BAKER-${n + 100}` }, test),
    );
    const refused = (await Promise.allSettled(more)).filter((outcome) => outcome.status === "rejected");
    expect(refused).toHaveLength(6);
    expect(refused.map((outcome) => outcome.reason.code)).toEqual(Array(6).fill("too_many_links"));
  });

  it("makes one link for a place, however it is spelt and however many ask at once", async () => {
    const { id: championId, programId } = await aChampion(test.db);
    const asked = ["Café", "café", "CAFE"].map((label, n) => createLink({ championId, programId, label, code: `CAFE-${n + 200}` }, test));
    const refused = (await Promise.allSettled(asked)).filter((outcome) => outcome.status === "rejected");
    expect(refused.map((outcome) => outcome.reason.code)).toEqual(["label_taken", "label_taken"]);
  });
});
