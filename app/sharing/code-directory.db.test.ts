import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it, onTestFinished } from "vitest";
import type { Database } from "~/platform/db.server";
import { followDatabase } from "~/platform/follow-database.server";
import { aLink } from "~/testing/builders/sharing";
import { testDatabase, type TestDatabase } from "~/testing/test-database";
import { CodeDirectory } from "./code-directory.server";
import { keepKnownCodes } from "./keep-known-codes.server";
import { KnownCodesFile } from "./known-codes-file.server";

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});

/** A directory on a database that counts its questions, and can be away. */
function aDirectory(atMost?: number) {
  const seen = { questions: 0, away: false };
  const db: Database = {
    transaction(name, work) {
      seen.questions += 1;
      return seen.away ? Promise.reject(new Error("away")) : test.db.transaction(name, work);
    },
  };
  return { seen, directory: new CodeDirectory(db, atMost) };
}

function listening(directory: CodeDirectory): CodeDirectory {
  onTestFinished(followDatabase(test.urls.app, [directory.follower()]));
  return directory;
}

describe("the directory of codes", () => {
  it("finds a code in any spelling that looks like it, and asks once", async () => {
    const { id, programId } = await aLink(test.db, { code: "LO-10" });
    const { seen, directory } = aDirectory();
    expect(directory.get("LO-10")).toBeUndefined();
    const found = await Promise.all(["LO-10", "LO10", "1O-1O"].map((code) => directory.find(code)));
    expect(found).toEqual(Array(3).fill({ id, programId }));
    expect(directory.get("L010")).toEqual({ id, programId });
    expect(seen.questions).toBe(1);
  });

  it("asks together what is asked at once, and remembers nothing that nobody has", async () => {
    const { seen, directory } = aDirectory();
    const tried = Array.from({ length: 300 }, (_, n) => `NOBODY-${n}`);
    expect(new Set(await Promise.all(tried.map((code) => directory.find(code))))).toEqual(new Set([null]));
    expect(seen.questions).toBeLessThanOrEqual(2);
    await directory.find("NOBODY-1");
    expect(seen.questions).toBeLessThanOrEqual(3);
  });

  it("keeps as many as it may", async () => {
    const codes = await Promise.all(["KEPT-A", "KEPT-B", "KEPT-C"].map(async (code) => (await aLink(test.db, { code })).code));
    const { directory } = aDirectory(2);
    for (const code of codes) await directory.find(code);
    expect(codes.map((code) => directory.get(code) !== undefined)).toEqual([false, true, true]);
  });

  it("reads all codes when it begins to listen, and hears of new ones, so that it knows them when the database goes", async () => {
    await aLink(test.db, { code: "BEFORE-1" });
    const { seen, directory } = aDirectory();
    listening(directory);
    await expect.poll(() => directory.get("BEFORE-1")).toBeDefined();
    await aLink(test.db, { code: "AFTER-1" });
    await expect.poll(() => directory.get("AFTER-1")).toBeDefined();
    seen.away = true;
    expect(await directory.find("AFTER-1")).toMatchObject({ id: expect.stringMatching(/^lnk_/) });
    await expect(directory.find("OTHER-1")).rejects.toThrow("away");
  });

  it("begins with what the last process knew, so that a start while the database is away loses no code (G12)", async () => {
    const folder = mkdtempSync(join(tmpdir(), "vouch-codes-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const file = new KnownCodesFile(join(folder, "made-later", "known"));
    const kept = await aLink(test.db, { code: "KEPT-1" });
    const first = listening(aDirectory().directory);
    const stop = await keepKnownCodes(first, file, 10);
    await expect.poll(() => first.get("KEPT-1")).toBeDefined();
    const late = await aLink(test.db, { code: "LATE-1" });
    await expect.poll(() => first.get("LATE-1")).toBeDefined();
    await stop();

    const { seen, directory } = aDirectory();
    seen.away = true;
    onTestFinished(await keepKnownCodes(directory, file));
    expect((await directory.find("KEPT-1"))?.id).toBe(kept.id);
    expect((await directory.find("LATE1"))?.id).toBe(late.id);
    await expect(directory.find("OTHER-1")).rejects.toThrow("away");
  });

  it("forgets what nobody has any more when it reads all", async () => {
    const { directory } = aDirectory();
    async function* remembered() {
      yield ["G0NE1", { id: "lnk_gone", programId: "prg_gone" }] as const;
    }
    await directory.recall(remembered());
    expect(directory.get("GONE-1")).toBeDefined();
    const { changes } = directory;
    await directory.readAll();
    expect(directory.get("GONE-1")).toBeUndefined();
    expect(directory.changes).toBeGreaterThan(changes);
    const settled = directory.changes;
    await directory.readAll();
    expect(directory.changes).toBe(settled);
  });
});
