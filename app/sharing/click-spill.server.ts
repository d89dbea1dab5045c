import { randomUUID } from "node:crypto";
import { mkdir, open, readdir, rename, rm, stat, type FileHandle } from "node:fs/promises";
import { join } from "node:path";
import { log } from "~/platform/log.server";
import type { Click } from "./click";

const OPEN = ".ndjson";
const TAKEN = ".taken";
const PART = 1_000;
/** Clicks are statistics: a long outage must not fill the disk that the rest stands on. */
const AT_MOST_BYTES = 2 ** 30;

interface OpenFile {
  path: string;
  inode: number;
  /** Up to where it holds whole lines. */
  size: number;
  handle: FileHandle;
}

/**
 * Clicks that were answered while the database was away, kept in files until it is back (G12). A file is appended to and
 * flushed to the disk before friends are sent on, so a kill loses none. Whoever replays renames a file first, so that the
 * one who appends sees it is gone and begins another: several processes may share a folder. `replay` may be killed at any
 * moment, because writing a click twice writes it once.
 */
export class ClickSpill {
  #file: OpenFile | null = null;
  #bytes = 0;
  /** Appending and changing files wait for each other. */
  #last: Promise<unknown> = Promise.resolve();

  readonly #atMostBytes: number;
  readonly #nameOfFile: () => string;

  constructor(
    private readonly folder: string,
    { atMostBytes = AT_MOST_BYTES, nameOfFile = () => `${randomUUID()}${OPEN}` } = {},
  ) {
    this.#atMostBytes = atMostBytes;
    this.#nameOfFile = nameOfFile;
  }

  /** Keeps clicks, all in one flush. @throws Error of the file system, for instance when the disk is full */
  keep(clicks: Click[]): Promise<void> {
    const lines = Buffer.from(clicks.map((click) => `${JSON.stringify(click)}\n`).join(""));
    return this.#inTurn(async () => {
      if (this.#bytes + lines.length > this.#atMostBytes) throw new Error("as many clicks wait as may");
      do {
        this.#file ??= await openIn(this.folder, this.#nameOfFile());
        await this.#append(this.#file, lines);
        // Taken in the meantime: whoever reads it may have been past its end already.
      } while (!(await isInPlace(this.#file)) && (await this.#leave()));
      this.#bytes += lines.length;
    });
  }

  /**
   * Hands every kept click to `write`, part by part, and forgets a file when all of it is written.
   * @param write must do nothing for a click that is there already
   * @returns how many there were
   */
  async replay(write: (clicks: Click[]) => Promise<unknown>): Promise<number> {
    await this.#inTurn(() => this.#leave());
    let replayed = 0;
    for (const name of await namesIn(this.folder)) {
      const taken = join(this.folder, name.replace(/\.\w+$/, TAKEN));
      // Gone when another process was faster.
      await rename(join(this.folder, name), taken).catch(ignoreMissing);
      for await (const clicks of clicksIn(taken)) {
        await write(clicks);
        replayed += clicks.length;
      }
      await rm(taken, { force: true });
    }
    this.#bytes = 0;
    return replayed;
  }

  async close(): Promise<void> {
    await this.#inTurn(() => this.#leave());
  }

  async #append(file: OpenFile, lines: Buffer): Promise<void> {
    try {
      await file.handle.appendFile(lines);
      await file.handle.datasync();
      file.size += lines.length;
    } catch (error) {
      // A disk that ran full may have taken half a line, which the next click must not go on with.
      await file.handle.truncate(file.size).catch(() => this.#leave());
      throw error;
    }
  }

  async #leave(): Promise<true> {
    await this.#file?.handle.close().catch(() => undefined);
    this.#file = null;
    return true;
  }

  #inTurn<T>(act: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(act);
    this.#last = turn.catch(() => undefined);
    return turn;
  }
}

async function openIn(folder: string, name: string): Promise<OpenFile> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, name);
  const handle = await open(path, "a", 0o600);
  const { ino: inode, size } = await handle.stat();
  // The name of a file is written to the disk with its folder.
  const parent = await open(folder, "r");
  await parent.sync().finally(() => parent.close());
  return { path, inode, size, handle };
}

async function isInPlace({ path, inode }: OpenFile): Promise<boolean> {
  return (await stat(path).catch(ignoreMissing))?.ino === inode;
}

async function namesIn(folder: string): Promise<string[]> {
  const names = (await readdir(folder).catch(ignoreMissing)) ?? [];
  return names.filter((name) => name.endsWith(OPEN) || name.endsWith(TAKEN));
}

/** A line may have been cut off by a kill or a full disk; its visitor was not counted on. */
async function* clicksIn(path: string): AsyncGenerator<Click[]> {
  const file = await open(path, "r").catch(ignoreMissing);
  if (!file) return;
  try {
    const part: Click[] = [];
    for await (const line of file.readLines()) {
      const click = clickOf(line);
      if (click) part.push(click);
      if (part.length === PART) yield part.splice(0);
    }
    if (part.length > 0) yield part;
  } finally {
    await file.close().catch(() => undefined);
  }
}

function clickOf(line: string): Click | null {
  try {
    const click = JSON.parse(line) as Click;
    return { ...click, occurredAt: new Date(click.occurredAt) };
  } catch {
    log.warn({ length: line.length }, "a kept click was cut off");
    return null;
  }
}

function ignoreMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== "ENOENT") throw error;
}
