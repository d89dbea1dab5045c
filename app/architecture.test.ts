import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, it } from "vitest";

const app = dirname(fileURLToPath(import.meta.url));

/** The rooms in the order in which one may know another: a later room may import the pure files of an earlier one. */
const ROOMS = [
  "identity", "programs", "champions", "sharing", "commerce", "attribution", "trust", "rewards", "fulfilment", "notices",
  "webhooks", "reports",
];

/** How high a folder stands: imports go down only. */
const LAYER: Record<string, number> = {
  platform: 0, ledger: 1, ...Object.fromEntries(ROOMS.map((room) => [room, 2])), journeys: 3, jobs: 3, ui: 4, http: 4,
  routes: 5,
};

interface Import {
  from: string;
  to: string;
  typeOnly: boolean;
}

const sourceFiles = readdirSync(app, { recursive: true, encoding: "utf8" })
  .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name) && !name.startsWith("testing/"))
  .map((name) => name.replaceAll("\\", "/"));

const imports: Import[] = sourceFiles.flatMap((from) => {
  const source = ts.createSourceFile(from, readFileSync(join(app, from), "utf8"), ts.ScriptTarget.Latest);
  return source.statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return [];
    const specifier = statement.moduleSpecifier;
    if (!specifier || !ts.isStringLiteral(specifier)) return [];
    const typeOnly = ts.isImportDeclaration(statement) ? isTypeOnly(statement) : statement.isTypeOnly;
    return [{ from, to: target(from, specifier.text), typeOnly }];
  });
});

function isTypeOnly({ importClause }: ts.ImportDeclaration): boolean {
  if (!importClause) return false;
  if (importClause.isTypeOnly) return true;
  const named = importClause.namedBindings;
  return !importClause.name && !!named && ts.isNamedImports(named) && named.elements.every((element) => element.isTypeOnly);
}

/** A path below app/, "prisma/generated/…" for the database client, or the name of a package. */
function target(from: string, specifier: string): string {
  if (specifier.startsWith("~/")) return specifier.slice(2);
  if (!specifier.startsWith(".")) return `package:${specifier}`;
  return relative(app, resolve(app, dirname(from), specifier)).replaceAll("\\", "/");
}

const folderOf = (path: string) => path.split("/")[0] ?? "";
const broken = (rule: (each: Import) => boolean) =>
  imports.filter(rule).map(({ from, to }) => `${from} imports ${to}`);

describe("the house", () => {
  it("finds the files it speaks about", () => {
    expect(sourceFiles).toContain("platform/db.server.ts");
    expect(imports.length).toBeGreaterThan(100);
  });

  it("imports go down only", () => {
    expect(
      broken(({ from, to }) => {
        const [upper, lower] = [LAYER[folderOf(from)], LAYER[folderOf(to)]];
        return upper !== undefined && lower !== undefined && lower > upper;
      }),
    ).toEqual([]);
  });

  it("a room knows only the pure files of earlier rooms", () => {
    expect(
      broken(({ from, to }) => {
        const [mine, other] = [ROOMS.indexOf(folderOf(from)), ROOMS.indexOf(folderOf(to))];
        if (mine < 0 || other < 0 || mine === other) return false;
        return other > mine || to.includes(".server");
      }),
    ).toEqual([]);
  });

  it("no room and no journey knows the reports", () => {
    const below = (folder: string) => folder !== "reports" && (LAYER[folder] ?? 9) < 4;
    expect(broken(({ from, to }) => folderOf(to) === "reports" && below(folderOf(from)))).toEqual([]);
  });

  it("only the database door and stores know Prisma", () => {
    expect(
      broken(({ from, to, typeOnly }) => {
        if (!to.includes("prisma/generated")) return false;
        return !(from.startsWith("platform/") || from.endsWith("-store.server.ts") || to.endsWith("enums") || typeOnly);
      }),
    ).toEqual([]);
  });

  it("only gateways import a provider's SDK", () => {
    expect(
      broken(({ from, to }) => /^package:(stripe|resend)$/.test(to) && !from.startsWith("platform/gateways/")),
    ).toEqual([]);
  });

  it("routes are envelopes: no store, gateway or Prisma", () => {
    expect(
      broken(
        ({ from, to, typeOnly }) =>
          from.startsWith("routes/") && !typeOnly && /-store\.server$|platform\/gateways|prisma\/generated/.test(to),
      ),
    ).toEqual([]);
  });

  it("a store is imported inside its own room only", () => {
    expect(broken(({ from, to }) => to.endsWith("-store.server") && folderOf(from) !== folderOf(to))).toEqual([]);
  });

  it("what reaches the browser imports no server file", () => {
    const browserFiles = (path: string) => path.startsWith("ui/") && !path.includes(".server");
    expect(broken(({ from, to, typeOnly }) => browserFiles(from) && to.includes(".server") && !typeOnly)).toEqual([]);
  });

  it("transactions are opened in one file", () => {
    const opens = /\$transaction\(|new Sql\(/;
    const openers = sourceFiles.filter((name) => opens.test(readFileSync(join(app, name), "utf8")));
    expect(openers).toEqual(["platform/db.server.ts"]);
  });
});
