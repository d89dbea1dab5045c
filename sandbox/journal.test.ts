import { spawn } from "node:child_process";
import { once } from "node:events";
import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Journal } from "./journal";

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "journal-"));
  file = join(folder, "deep", "er", "state.jsonl");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const numbersIn = (journal: Journal) => [...journal.entries()].map((entry) => entry.n);

describe("Journal", () => {
  test("creates its folders and keeps entries in order over a restart", async () => {
    const first = new Journal(file);
    for (let n = 0; n < 500; n += 1) first.append({ n, text: "é\n\u2028" });
    await first.flush();
    expect(readFileSync(file, "utf8").split("\n")).toHaveLength(501);
    await first.close();
    const second = new Journal(file);
    expect(numbersIn(second)).toEqual(Array.from({ length: 500 }, (_, n) => n));
    expect([...second.entries()][0]?.text).toBe("é\n\u2028");
    await second.close();
  });

  test("what a flush confirmed is in the file, also when appended during an earlier write", async () => {
    const journal = new Journal(file);
    const sizes = await Promise.all(
      Array.from({ length: 200 }, async (_, n) => {
        journal.append({ n });
        if (n % 3 === 0) await journal.flush();
        journal.append({ n: n + 1000 });
        await journal.flush();
        return readFileSync(file, "utf8").includes(`{"n":${n + 1000}}\n`);
      })
    );
    expect(sizes.every(Boolean)).toBe(true);
    await journal.close();
  });

  test("drops a torn last line and writes on behind the whole ones", async () => {
    const journal = new Journal(file);
    journal.append({ n: 1 });
    await journal.close();
    appendFileSync(file, `{"n":2,"text":"${"x".repeat(600_000)}`);
    const again = new Journal(file);
    expect(statSync(file).size).toBe(8);
    again.append({ n: 3 });
    await again.flush();
    expect(numbersIn(again)).toEqual([1, 3]);
    await again.close();
  });

  test("a file that is one torn line becomes empty", async () => {
    await new Journal(file).close();
    appendFileSync(file, '{"n":');
    const journal = new Journal(file);
    expect(numbersIn(journal)).toEqual([]);
    expect(statSync(file).size).toBe(0);
    await journal.close();
  });

  test("names the line that is not JSON", async () => {
    await new Journal(file).close();
    appendFileSync(file, '{"n":1}\nnonsense\n{"n":2}\n');
    const journal = new Journal(file);
    expect(() => numbersIn(journal)).toThrow(`${file}:2`);
    await journal.close();
  });

  test("compact replaces everything appended before and keeps what comes after", async () => {
    const journal = new Journal(file);
    for (let n = 0; n < 50; n += 1) journal.append({ n });
    const written = journal.flush();
    journal.append({ n: 50 });
    journal.compact([{ n: 100 }]);
    journal.append({ n: 101 });
    await Promise.all([written, journal.flush()]);
    expect(numbersIn(journal)).toEqual([100, 101]);
    await journal.close();
    const again = new Journal(file);
    expect(numbersIn(again)).toEqual([100, 101]);
    await again.close();
  });

  test("refuses entries once closed", async () => {
    const journal = new Journal(file);
    await journal.close();
    expect(() => journal.append({ n: 1 })).toThrow("closed");
  });

  test("kill -9 loses no confirmed entry", { timeout: 30_000 }, async () => {
    const script = `
      import { Journal } from ${JSON.stringify(join(import.meta.dirname, "journal.ts"))};
      const journal = new Journal(${JSON.stringify(file)});
      for (let n = 0; ; n += 1) { journal.append({ n }); await journal.flush(); console.log(n); }`;
    const writer = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script]);
    const exited = once(writer, "exit");
    let confirmed = -1;
    for await (const line of createInterface({ input: writer.stdout })) {
      confirmed = Math.max(confirmed, Number(line));
      if (confirmed === 100) writer.kill("SIGKILL");
    }
    await exited;
    const journal = new Journal(file);
    const numbers = numbersIn(journal);
    expect(confirmed).toBeGreaterThanOrEqual(100);
    expect(numbers.length).toBeGreaterThan(confirmed);
    expect(numbers).toEqual(numbers.map((_, n) => n));
    await journal.close();
  });
});
