import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { messages as champions } from "./champions.en";
import { messages as championsDutch } from "./champions.nl";
import { messages as all } from "./en";
import { messages as settings } from "./settings-pages.en";
import { messages as settingsDutch } from "./settings-pages.nl";
import { messages as staff } from "./staff.en";
import { messages as staffDutch } from "./staff.nl";

const app = fileURLToPath(new URL("../..", import.meta.url));
const groups = Object.keys(all);
/** Spoken of by a page without a script alone, which gets its words from the server. */
const NOT_DOWNLOADED = ["developers"];

function sourcesIn(folders: string[], leftOut = /^$/): string[] {
  return folders
    .flatMap((folder) => readdirSync(join(app, folder), { recursive: true, encoding: "utf8" }).map((name) => join(folder, name)))
    .filter((name) => /\.tsx?$/.test(name) && !/\.server\.|\.test\.|messages\//.test(name) && !leftOut.test(name));
}

/** The groups a source speaks of that its pages do not download. */
function missingIn(name: string, downloaded: object): string[] {
  const source = readFileSync(join(app, name), "utf8");
  // A page without a script gets its words from the server.
  if (/handle = \{[^}]*light: true/.test(source)) return [];
  return groups.filter((group) => !(group in downloaded) && new RegExp(`["'\`(]${group}\\.[a-zA-Z$]`).test(source));
}

describe("the words a browser downloads", () => {
  it("are together all there are, in both languages", () => {
    expect([...new Set([...Object.keys(champions), ...Object.keys(staff), ...Object.keys(settings), ...NOT_DOWNLOADED])].sort()).toEqual([...groups].sort());
    expect(Object.keys(championsDutch)).toEqual(Object.keys(champions));
    expect(Object.keys(staffDutch)).toEqual(Object.keys(staff));
    expect(Object.keys(settingsDutch)).toEqual(Object.keys(settings));
  });

  it.each(sourcesIn(["routes/portal", "routes/site", "routes/demo", "routes/developers", "ui"], /^(ui\/(settings|reports|layouts\/Desk)|routes\/developers\/(FirstCall|OperationPart|RunForm))/))(
    "outside the desk hold those of %s",
    (name) => expect(missingIn(name, champions)).toEqual([]),
  );

  it.each(sourcesIn(["routes/desk", "routes/marketing", "ui"], /^(ui\/(layouts\/(Portal|Site)|settings)|routes\/desk\/settings)/))(
    "at the desk hold those of %s",
    (name) => expect(missingIn(name, staff)).toEqual([]),
  );

  it.each(sourcesIn(["routes/desk/settings", "ui"], /^ui\/(layouts\/(Portal|Site)|reports)/))(
    "in the settings hold those of %s",
    (name) => expect(missingIn(name, settings)).toEqual([]),
  );
});
