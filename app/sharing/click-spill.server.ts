import { randomUUID } from "node:crypto";
import { appendFile, mkdir, readFile, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { NewClick } from "./click-store.server";

/**
 * Clicks that were answered while the database was away, kept in a file until it is back (G12). The file is appended to
 * and flushed to the disk before the friend is sent on, so a kill loses none; `replay` may be killed too, because writing
 * a click twice writes it once. One web process has one folder.
 */
export class ClickSpill {
  /** What is being appended to; every other file in the folder is complete, or was left by a process that is gone. */
  #open = nameOfFile();
  /** Appending and changing files wait for each other, so that no line goes to a file that has been read. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(private readonly folder: string) {}

  /** Keeps a click. @throws Error of the file system, for instance when the disk is full */
  keep(click: NewClick): Promise<void> {
    return this.#inTurn(async () => {
      await mkdir(this.folder, { recursive: true });
      try {
        await appendFile(join(this.folder, this.#open), `${JSON.stringify(click)}\n`, { flush: true });
      } catch (error) {
        // A disk that ran full may have taken half a line; the next click must not go on with it.
        this.#open = nameOfFile();
        throw error;
      }
    });
  }

  /**
   * Hands every kept click to `write` and forgets the file when all are written.
   * @param write must do nothing for a click that is there already
   * @returns how many there were
   */
  async replay(write: (click: NewClick) => Promise<unknown>): Promise<number> {
    await this.#inTurn(async () => void (this.#open = nameOfFile()));
    let replayed = 0;
    for (const name of (await readdir(this.folder).catch(ignoreMissing)) ?? []) {
      if (name === this.#open) continue;
      const file = join(this.folder, name);
      for (const click of clicksIn(await readFile(file, "utf8"))) {
        await write(click);
        replayed += 1;
      }
      await rm(file);
    }
    return replayed;
  }

  #inTurn<T>(act: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(act);
    this.#last = turn.catch(() => undefined);
    return turn;
  }
}

const nameOfFile = () => `${randomUUID()}.ndjson`;

/** The last line may have been cut off by a kill; its visitor was not answered. */
function clicksIn(text: string): NewClick[] {
  const lines = text.slice(0, text.lastIndexOf("\n") + 1).split("\n").filter(Boolean);
  return lines.map((line) => {
    const click = JSON.parse(line) as NewClick;
    return { ...click, occurredAt: new Date(click.occurredAt) };
  });
}

function ignoreMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== "ENOENT") throw error;
}
