import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { messages as champions } from "./champions.en";
import { messages as championsDutch } from "./champions.nl";
import { messages as all } from "./en";
import { messages as figures } from "./figure-pages.en";
import { messages as figuresDutch } from "./figure-pages.nl";
import { messages as people } from "./people-pages.en";
import { messages as peopleDutch } from "./people-pages.nl";
import { messages as settings } from "./settings-pages.en";
import { messages as settingsDutch } from "./settings-pages.nl";
import { messages as staff } from "./staff.en";
import { messages as staffDutch } from "./staff.nl";
import { messages as wiring } from "./wiring-pages.en";
import { messages as wiringDutch } from "./wiring-pages.nl";

const app = fileURLToPath(new URL("../..", import.meta.url));
const groups = Object.keys(all);
/** The sources of the pages that wire a shop and let colleagues in, by how their names begin. */
const WIRING = "(act-on-webhook|browser-card|connection-parts|delivery-table|integration|key|page-keys|resend-card|revoke-key|server-keys|shown-once|staff|stripe-card|webhook)";
/** The sources of the desk's pages of people, likewise. */
const PEOPLE = "(application|donations|factor|gift|Gift|invitation|mail|OpenClaim|passkey|people|person|Prize|prizes|proof|question|security|sign-in)";
/** Spoken of by pages without a script alone, which get their words from the server. */
const NOT_DOWNLOADED = ["decideLink", "developers"];

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
    const areas = [champions, staff, people, figures, settings, wiring].map(Object.keys);
    expect([...new Set([...areas.flat(), ...NOT_DOWNLOADED])].sort()).toEqual([...groups].sort());
    expect([championsDutch, staffDutch, peopleDutch, figuresDutch, settingsDutch, wiringDutch].map(Object.keys)).toEqual(areas);
  });

  it.each(sourcesIn(["routes/portal", "routes/site", "routes/demo", "routes/developers", "ui"], /^(ui\/(settings|reports|layouts\/Desk)|routes\/developers\/(FirstCall|OperationPart|RunForm))/))(
    "outside the desk hold those of %s",
    (name) => expect(missingIn(name, champions)).toEqual([]),
  );

  it.each(sourcesIn(["routes/desk", "ui"], new RegExp(`^(ui/(layouts/(Portal|Site)|settings|reports)|routes/desk/(settings|book/|${PEOPLE}))`)))(
    "where the desk decides hold those of %s",
    (name) => expect(missingIn(name, staff)).toEqual([]),
  );

  it.each(sourcesIn(["routes/desk", "ui"], new RegExp(`^(ui/(layouts/(Portal|Site)|settings|reports)|routes/desk/(settings|book/|(?!${PEOPLE})))`)))(
    "at the desk's pages of people hold those of %s",
    (name) => expect(missingIn(name, people)).toEqual([]),
  );

  it.each(sourcesIn(["routes/desk/book", "routes/marketing", "ui"], /^ui\/(layouts\/(Portal|Site)|settings|programs)/))(
    "at the figures hold those of %s",
    (name) => expect(missingIn(name, figures)).toEqual([]),
  );

  it.each(sourcesIn(["routes/desk/settings", "ui"], new RegExp(`^(ui/(layouts/(Portal|Site)|reports)|routes/desk/settings/${WIRING})`)))(
    "in the settings hold those of %s",
    (name) => expect(missingIn(name, settings)).toEqual([]),
  );

  it.each(sourcesIn(["routes/desk/settings", "ui"], new RegExp(`^(ui/(layouts/(Portal|Site)|reports|settings|programs)|routes/desk/settings/(?!${WIRING}))`)))(
    "where a shop is wired hold those of %s",
    (name) => expect(missingIn(name, wiring)).toEqual([]),
  );
});
