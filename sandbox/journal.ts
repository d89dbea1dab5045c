import { closeSync, fdatasync, fdatasyncSync, fstatSync, fsyncSync, ftruncateSync, mkdirSync } from "node:fs";
import { openSync, readSync, renameSync, write, writeSync } from "node:fs";
import { dirname } from "node:path";
import { promisify } from "node:util";

const writeAsync = promisify(write);
const syncAsync = promisify(fdatasync);
const CHUNK_BYTES = 256 * 1024;
const NEWLINE = 0x0a;

/**
 * A file of JSON lines that survives kill -9: what `flush()` confirmed is on disk, and a line that was cut off
 * half-way is dropped at the next start. One process writes one journal.
 */
export class Journal {
  readonly #file: string;
  #fd: number;
  #pending: string[] = [];
  #running: Promise<void> = Promise.resolve();
  #next: Promise<void> | null = null;
  #closed = false;

  constructor(file: string) {
    mkdirSync(dirname(file), { recursive: true });
    this.#file = file;
    this.#fd = openSync(file, "a+");
    dropTornLine(this.#fd);
  }

  /** The entries on disk, oldest first; throws with the line number when one is not a JSON object. */
  *entries(): Iterable<Record<string, unknown>> {
    let number = 0;
    for (const line of readLines(this.#fd)) {
      number += 1;
      yield parseEntry(line, `${this.#file}:${number}`);
    }
  }

  /** Adds an entry; it is safe only once a later `flush()` has resolved. */
  append(entry: object): void {
    if (this.#closed) throw new Error(`The journal ${this.#file} is closed`);
    this.#pending.push(`${JSON.stringify(entry)}\n`);
    // Nobody may ask for a flush; a failure is not lost, every later flush rejects with it.
    this.flush().catch(() => undefined);
  }

  /** Resolves when everything appended so far is on disk; callers who wait at the same time share one sync. */
  flush(): Promise<void> {
    if (this.#next) return this.#next;
    if (this.#pending.length === 0) return this.#running;
    this.#next = this.#running.then(() => {
      this.#running = this.#next ?? this.#running;
      this.#next = null;
      return this.#writePending();
    });
    return this.#next;
  }

  /**
   * Replaces the whole content at once: after a crash the file holds either all of the old or all of the new.
   * `entries` stand for everything appended before, written or not.
   */
  compact(entries: Iterable<object>): void {
    const temporary = `${this.#file}.new`;
    const fd = openSync(temporary, "w");
    for (const entry of entries) writeSync(fd, `${JSON.stringify(entry)}\n`);
    fdatasyncSync(fd);
    closeSync(fd);
    renameSync(temporary, this.#file);
    syncFolder(dirname(this.#file));
    this.#pending = [];
    const old = this.#fd;
    this.#fd = openSync(this.#file, "a+");
    // A write that is under way still needs the old file.
    const release = () => closeSync(old);
    this.#running.then(release, release);
  }

  /** Writes what is left and lets the file go. */
  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    try {
      await this.flush();
    } finally {
      closeSync(this.#fd);
    }
  }

  async #writePending(): Promise<void> {
    if (this.#pending.length === 0) return;
    const fd = this.#fd;
    const bytes = Buffer.from(this.#pending.join(""));
    this.#pending = [];
    let written = 0;
    while (written < bytes.length) {
      const result = await writeAsync(fd, bytes, written, bytes.length - written, null);
      written += result.bytesWritten;
    }
    await syncAsync(fd);
  }
}

function parseEntry(line: string, place: string): Record<string, unknown> {
  let entry: unknown;
  try {
    entry = JSON.parse(line);
  } catch {
    entry = undefined;
  }
  if (typeof entry !== "object" || entry === null) throw new Error(`${place} is not a JSON object`);
  return entry as Record<string, unknown>;
}

function* readLines(fd: number): Iterable<string> {
  const chunk = Buffer.alloc(CHUNK_BYTES);
  let rest = Buffer.alloc(0);
  let position = 0;
  for (;;) {
    const size = readSync(fd, chunk, 0, CHUNK_BYTES, position);
    if (size === 0) return;
    position += size;
    const bytes = Buffer.concat([rest, chunk.subarray(0, size)]);
    let start = 0;
    for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, start)) {
      yield bytes.toString("utf8", start, end);
      start = end + 1;
    }
    rest = bytes.subarray(start);
  }
}

/** Cuts off the bytes after the last newline: what a killed writer left unfinished was never confirmed. */
function dropTornLine(fd: number): void {
  const size = fstatSync(fd).size;
  const chunk = Buffer.alloc(CHUNK_BYTES);
  for (let end = size; end > 0; ) {
    const start = Math.max(0, end - CHUNK_BYTES);
    const read = readSync(fd, chunk, 0, end - start, start);
    const newline = chunk.subarray(0, read).lastIndexOf(NEWLINE);
    if (newline >= 0) {
      if (start + newline + 1 < size) ftruncateSync(fd, start + newline + 1);
      return;
    }
    end = start;
  }
  if (size > 0) ftruncateSync(fd, 0);
}

function syncFolder(folder: string): void {
  const fd = openSync(folder, "r");
  fsyncSync(fd);
  closeSync(fd);
}
