import { randomUUID } from "node:crypto";
import { mkdir, open, readdir, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { KnownEntry } from "./code-directory.server";

const PART = 1_000;
const DRAFT = ".new";
const LINE = /^([A-Z0-9]+) (lnk_\w+) (prg_\w+)$/;

/**
 * The codes that a process knew last, in a file, for one that starts while the database is away (G12). A code may hold
 * somebody's name, so only the product's own user reads it.
 */
export class KnownCodesFile {
  constructor(private readonly path: string) {}

  /** What was written last; nothing when there is no file. A line that is none of ours is left out. */
  async *read(): AsyncGenerator<KnownEntry> {
    const file = await open(this.path, "r").catch(ignoreMissing);
    if (!file) return;
    for await (const line of file.readLines()) {
      const [, lookalike, id, programId] = LINE.exec(line) ?? [];
      if (lookalike && id && programId) yield [lookalike, { id, programId }];
    }
  }

  /** Puts a new list in the place of the last, whole or not at all. @throws Error of the file system */
  async write(codes: Iterable<KnownEntry>): Promise<void> {
    await mkdir(dirname(this.path), { recursive: true, mode: 0o700 });
    const draft = `${this.path}.${randomUUID()}${DRAFT}`;
    try {
      const file = await open(draft, "wx", 0o600);
      try {
        for (const part of linesOf(codes)) await file.appendFile(part);
        await file.datasync();
      } finally {
        await file.close();
      }
      await rename(draft, this.path);
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    }
  }

  /** Removes what a process that was killed left half-written; one that is writing just now writes again. */
  async clear(): Promise<void> {
    const folder = dirname(this.path);
    const names = (await readdir(folder).catch(ignoreMissing)) ?? [];
    const drafts = names.filter((name) => name.startsWith(basename(this.path)) && name.endsWith(DRAFT));
    await Promise.all(drafts.map((name) => rm(join(folder, name), { force: true })));
  }
}

/** Some lines at a time, so that clicks are answered in between however many there are. */
function* linesOf(codes: Iterable<KnownEntry>): Generator<string> {
  let part: string[] = [];
  for (const [lookalike, { id, programId }] of codes) {
    part.push(`${lookalike} ${id} ${programId}\n`);
    if (part.length < PART) continue;
    yield part.join("");
    part = [];
  }
  yield part.join("");
}

function ignoreMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== "ENOENT") throw error;
}
