import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readStories, type Story } from "./read-stories";

const FOLDER = fileURLToPath(new URL("../../attribution/stories", import.meta.url));

/** Every golden story, with its file before its title. */
export function allStories(): Story[] {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith(".story")).sort();
  return files.flatMap((name) =>
    readStories(readFileSync(join(FOLDER, name), "utf8")).map((story) => ({ ...story, title: `${name.replace(".story", "")}: ${story.title}` })),
  );
}
