import { BoundedMap } from "~/platform/bounded-map";
import type { Database } from "~/platform/db.server";
import type { Follower } from "~/platform/follow-database.server";
import { listCodesAfter, listCodesAlike, type KnownCode } from "./link-store.server";
import { lookalikeOf } from "./referral-code";

/** Where a code leads: for ever to the same link, so that what is known here cannot become wrong. */
export type LinkOfKnownCode = Omit<KnownCode, "key">;

/** A code as it is compared (`lookalikeOf`), and where it leads. */
export type KnownEntry = readonly [lookalike: string, link: LinkOfKnownCode];

interface Question {
  answered: Promise<void>;
  answer: () => void;
  fail: (error: unknown) => void;
}

const PART = 5_000;
const ASKED_AT_ONCE = 500;

/**
 * The codes of all links in this process's memory, so that a visit asks no database. It reads them when it starts, hears of
 * new ones (`follower`), and looks up what it does not know. Lookups that come while one runs go together in the next, so
 * that somebody who tries codes keeps one question running at most; what nobody has is not remembered.
 */
export class CodeDirectory {
  readonly #known: BoundedMap<string, LinkOfKnownCode>;
  #questions = new Map<string, Question>();
  #asking = false;
  #changes = 0;

  /** @param atMost how many codes are kept; the one kept longest makes room for the next */
  constructor(
    private readonly db: Database,
    private readonly atMost = 200_000,
  ) {
    this.#known = new BoundedMap(atMost);
  }

  /** The link of a code in any spelling that looks like it, if this process knows it. @param code folded */
  get(code: string): LinkOfKnownCode | undefined {
    return this.#known.get(lookalikeOf(code));
  }

  /** The same, and asks when it is not known; null when nobody has the code. @throws when the database is away */
  async find(code: string): Promise<LinkOfKnownCode | null> {
    const lookalike = lookalikeOf(code);
    const met = this.#known.get(lookalike);
    if (met) return met;
    await this.#ask(lookalike);
    return this.#known.get(lookalike) ?? null;
  }

  /** How often what is known here became another; whoever keeps it elsewhere compares. */
  get changes(): number {
    return this.#changes;
  }

  /** All that is known here. */
  all(): Iterable<KnownEntry> {
    return this.#known.entries();
  }

  /** Begins with what was known before, until the database tells what is so now (`readAll`). */
  async recall(entries: AsyncIterable<KnownEntry>): Promise<void> {
    for await (const [lookalike, link] of entries) this.#known.set(lookalike, link);
  }

  /** Reads all codes, up to as many as are kept, and forgets those that nobody has any more. */
  async readAll(): Promise<void> {
    const before = new Set(this.#known.keys());
    for (let key = "", left = this.atMost; left > 0; left -= PART) {
      const [from, limit] = [key, Math.min(PART, left)];
      const part = await this.db.transaction("read-codes", (tx) => listCodesAfter(tx, from, limit));
      for (const code of part) before.delete(this.#keep(code));
      key = part.at(-1)?.key ?? "";
      if (part.length < PART) return before.forEach((lookalike) => this.#forget(lookalike));
    }
  }

  /** Hears of codes that other processes made or took away. */
  follower(): Follower {
    return {
      channel: "vouch_codes",
      connected: () => this.readAll(),
      told: (key) => {
        const lookalike = lookalikeOf(key);
        this.#forget(lookalike);
        return this.#ask(lookalike);
      },
    };
  }

  /** @returns what it is known by */
  #keep({ key, ...link }: KnownCode): string {
    const lookalike = lookalikeOf(key);
    if (this.#known.get(lookalike)?.id !== link.id) this.#changes += 1;
    this.#known.set(lookalike, link);
    return lookalike;
  }

  #forget(lookalike: string): void {
    if (this.#known.delete(lookalike)) this.#changes += 1;
  }

  #ask(lookalike: string): Promise<void> {
    const asked = this.#questions.get(lookalike);
    if (asked) return asked.answered;
    let [answer, fail]: [() => void, (error: unknown) => void] = [() => {}, () => {}];
    const answered = new Promise<void>((resolve, reject) => ([answer, fail] = [resolve, reject]));
    this.#questions.set(lookalike, { answered, answer, fail });
    if (!this.#asking) void this.#askAll();
    return answered;
  }

  async #askAll(): Promise<void> {
    this.#asking = true;
    while (this.#questions.size > 0) {
      const asked = [...this.#questions].slice(0, ASKED_AT_ONCE);
      try {
        const lookalikes = asked.map(([lookalike]) => lookalike);
        const found = await this.db.transaction("find-codes", (tx) => listCodesAlike(tx, lookalikes));
        found.forEach((code) => this.#keep(code));
        for (const [, { answer }] of asked) answer();
      } catch (error) {
        for (const [, { fail }] of asked) fail(error);
      }
      for (const [lookalike] of asked) this.#questions.delete(lookalike);
    }
    this.#asking = false;
  }
}

const directories = new WeakMap<Database, CodeDirectory>();

/** This process's directory of the codes in a database. */
export function codesOf(db: Database): CodeDirectory {
  let directory = directories.get(db);
  if (!directory) directories.set(db, (directory = new CodeDirectory(db)));
  return directory;
}
