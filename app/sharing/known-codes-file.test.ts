import { appendFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { KnownEntry } from "./code-directory.server";
import { KnownCodesFile } from "./known-codes-file.server";

let folder: string;
let file: KnownCodesFile;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "vouch-codes-"));
  file = new KnownCodesFile(join(folder, "known"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const entry = (n: number): KnownEntry => [`C0DE${n}`, { id: `lnk_${n}`, programId: "prg_1" }];
const entries = (count: number) => Array.from({ length: count }, (_, n) => entry(n));

async function read(): Promise<KnownEntry[]> {
  const found: KnownEntry[] = [];
  for await (const each of file.read()) found.push(each);
  return found;
}

describe("the file of known codes (G12)", () => {
  it("is read as it was written, however many there are, and by nobody else", async () => {
    expect(await read()).toEqual([]);
    for (const count of [1, 1_000, 2_500, 0]) {
      await file.write(entries(count));
      expect(await read()).toEqual(entries(count));
    }
    expect(statSync(join(folder, "known")).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(["known"]);
  });

  it("leaves out what is none of its lines", async () => {
    await file.write(entries(1));
    appendFileSync(join(folder, "known"), "C0DE7 lnk_7\n\u0000\n{}\nC0DE8 lnk_8 prg_1 more\nC0DE9 lnk_9 prg_1");
    expect(await read()).toEqual([entry(0), entry(9)]);
  });

  it("stays as it was when the next cannot be written, and no half of it is left", async () => {
    await file.write(entries(3));
    function* broken() {
      yield* entries(2);
      throw new Error("the disk is full");
    }
    await expect(file.write(broken())).rejects.toThrow("full");
    expect(await read()).toEqual(entries(3));
    expect(readdirSync(folder)).toEqual(["known"]);
  });

  it("forgets the drafts of processes that were killed, and nothing else", async () => {
    await file.write(entries(1));
    writeFileSync(join(folder, "known.1234.new"), "C0DE1 ln");
    mkdirSync(join(folder, "clicks"));
    await file.clear();
    expect(readdirSync(folder).sort()).toEqual(["clicks", "known"]);
    await new KnownCodesFile(join(folder, "not-there", "known")).clear();
  });
});
