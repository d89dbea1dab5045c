import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { projectRoot } from "./project-root";

/** Rules, guarantees and fault cases: a letter of a known family and one or two digits. */
const NUMBER = "[AFGILMNPRSW]\\d{1,2}";
/** A row of the security standard: a chapter, a section or a requirement. */
const ROW = "\\d{1,2}(?:\\.\\d{1,2}){0,2}";
const JOINED = "(?:, | and | to )";

const DOCUMENTS = ["docs/rulebook.md", "docs/reliability.md"];
const SOURCES = ["app", "bench", "docs", "e2e", "prisma", "sandbox", "scripts"];
const SOURCE_FILE = /\.(?:tsx?|mjs|sql|prisma|md)$/;

/** What a line says to its reader rather than to the machine: its comment, or all of it in a text file. */
function commentIn(line: string, file: string): string {
  if (file.endsWith(".md")) return line.replace(/`[^`]*`/g, "");
  if (file.endsWith(".sql")) return /^\s*--(.*)|\s--\s(.*)/.exec(line)?.[0] ?? "";
  if (/^\s*(?:\/\/|\{?\/\*|\*)/.test(line)) return line;
  return /\s\/\/\s.*|\/\*\*.*\*\//.exec(line)?.[0] ?? "";
}

/** Whole lists between parentheses, as titles of tests end: `(A4)`, `(M4, M5)`; never a call such as `SUM(A1)`. */
function listsIn(line: string, item: string): string[] {
  const list = new RegExp(`(?<=^|[\\s"'\`])\\(((?:ASVS )?${item}(?:${JOINED}${item})*)\\)`, "g");
  return [...line.matchAll(list)].map((match) => match[1] ?? "");
}

/** The numbers in a piece of text; "M4 to M9" cites all of them. The paper size is no rule. */
function numbersIn(text: string): string[] {
  const plain = text.replace(/\bA4(?= (?:page|paper|poster|sheet|PDF))/g, "");
  const ranges = [...plain.matchAll(/\b([A-Z])(\d{1,2}) to \1(\d{1,2})\b/g)].flatMap(([, family = "", from, to]) =>
    Array.from({ length: Math.max(0, Number(to) - Number(from)) }, (_, step) => `${family}${Number(from) + step}`),
  );
  return [...(plain.match(new RegExp(`\\b${NUMBER}\\b`, "g")) ?? []), ...ranges];
}

/** Every rule number a line cites: in its comment, in a test's title, or as the name of a check. */
function citedNumbers(line: string, file: string): string[] {
  const isTest = /\.(?:test|spec)\.tsx?$/.test(file);
  const said = [commentIn(line, file), ...listsIn(line, NUMBER)];
  if (isTest) said.push(new RegExp(`\\b(?:describe|it|test)\\b[^"\`]*["\`](${NUMBER})\\b`).exec(line)?.[1] ?? "");
  else said.push(new RegExp(`\\b(?:id|invariant|rule): "(${NUMBER})"`).exec(line)?.[1] ?? "");
  return [...new Set(said.flatMap(numbersIn))];
}

/** Every row of the security standard a line cites: after its name, or as a list of full numbers in parentheses. */
function citedRows(line: string, file: string): string[] {
  const named = [...line.matchAll(new RegExp(`\\bASVS (${ROW}(?:${JOINED}${ROW})*)`, "g"))].map((match) => match[1] ?? "");
  const bare = listsIn(line, ROW).filter((list) => /\d\.\d+\.\d/.test(list) && !/ASVS/.test(list));
  const said = file.endsWith(".md") ? named : [...named, ...bare];
  return said.flatMap((list) => list.match(new RegExp(ROW, "g")) ?? []);
}

function textOf(path: string): string {
  return readFileSync(join(projectRoot, path), "utf8");
}

/** The numbers in the first column of a document's tables. */
function rowsOf(path: string): string[] {
  const first = new RegExp(`^\\| ((?:${NUMBER}|${ROW})(?:, ${ROW})*) \\|`);
  return textOf(path).split("\n").flatMap((line) => first.exec(line)?.[1]?.split(", ") ?? []);
}

const files = SOURCES.filter((folder) => existsSync(join(projectRoot, folder))).flatMap((folder) => {
  const names = readdirSync(join(projectRoot, folder), { recursive: true, encoding: "utf8" });
  return names.map((name) => `${folder}/${name.replaceAll("\\", "/")}`);
}).filter((path) => SOURCE_FILE.test(path) && !path.startsWith("prisma/generated/") && !DOCUMENTS.includes(path));

/** "number file:line" of everything a reading of each line finds and no document explains. */
function unexplained(reading: typeof citedNumbers): string[] {
  const known = new Set(DOCUMENTS.flatMap(rowsOf));
  return files.flatMap((path) =>
    textOf(path).split("\n").flatMap((line, index) =>
      reading(line, path).filter((number) => !known.has(number)).map((number) => `${number} ${path}:${index + 1}`),
    ),
  );
}

describe("numbers that sources cite", () => {
  it("finds them where they are written for a reader, and nowhere else", () => {
    const numbers = (line: string, file = "app/a.ts") => citedNumbers(line, file).join(" ");
    expect(numbers("/** What is due (M4, M9): one sum. */")).toBe("M4 M9");
    expect(numbers("  // I24: nobody wins from themselves.")).toBe("I24");
    expect(numbers("  id: string; // S9")).toBe("S9");
    expect(numbers(" * Brings all to what is due (M4 to M6).")).toBe("M4 M6 M5");
    expect(numbers('describe("a reward (W8, I12)", () => {', "app/a.test.ts")).toBe("W8 I12");
    expect(numbers('it("F11: no mail twice", () => {', "app/a.test.ts")).toBe("F11");
    expect(numbers('  return { check: "friend_new", rule: "A8", fails };')).toBe("A8");
    expect(numbers("-- Append-only (I4)", "prisma/a.sql")).toBe("I4");
    expect(numbers("The rule W20 and `R1`.", "app/README.md")).toBe("W20");
    for (const machine of ['d="M38 26h44l-5 40"', '<Page size="A4">', '["=SUM(A1)"],', 'const code = "P2034";']) {
      expect(numbers(machine), machine).toBe("");
    }
    expect(numbers("/** An A4 poster as PDF. */")).toBe("");
    expect(citedRows("/** As asked (ASVS 6.5, 6.6.2). */", "app/a.ts")).toEqual(["6.5", "6.6.2"]);
    expect(citedRows('describe("limits (2.4.1)", () => {', "app/a.test.ts")).toEqual(["2.4.1"]);
    expect(citedRows("/** To be read (WCAG 2.2, 1.4.3). */", "app/a.ts")).toEqual([]);
  });

  it("reads the whole project", () => {
    const all = new Set(files.flatMap((path) => textOf(path).split("\n").flatMap((line) => citedNumbers(line, path))));
    expect(files.length).toBeGreaterThan(500);
    expect([...all].length).toBeGreaterThan(100);
  });

  it("each have a row in the rulebook or in the reliability document", () => {
    expect(unexplained(citedNumbers)).toEqual([]);
  });

  it("each have a row of the security standard", () => {
    expect(unexplained(citedRows)).toEqual([]);
  });

  it("have one row each", () => {
    const all = DOCUMENTS.flatMap(rowsOf);
    expect(all.filter((number, index) => all.indexOf(number) !== index)).toEqual([]);
  });
});
