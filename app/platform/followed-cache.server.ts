import type { Follower } from "./follow-database.server";

interface Source<Value> {
  /** What the database says on when a value changes. */
  channel: string;
  /** Null is not remembered: what nobody has would fill the memory. */
  read(key: string): Promise<Value | null>;
  /** Whether the news is about this value. */
  concerns(news: string, value: Value): boolean;
  atMost: number;
}

/**
 * What was read from the database, kept in this process until the database says that it changed; the value nobody asked
 * for longest makes room. While no connection listens it keeps nothing, so it is never older than the news.
 */
export class FollowedCache<Value> {
  #kept = new Map<string, Value>();
  #reading = new Map<string, Promise<Value | null>>();
  #follows = false;

  constructor(private readonly source: Source<Value>) {}

  async get(key: string): Promise<Value | null> {
    const kept = this.#kept.get(key);
    if (kept === undefined) return this.#read(key);
    this.#kept.delete(key);
    this.#kept.set(key, kept);
    return kept;
  }

  /** Forgets what the news is about: for whoever changed it here and shows it next. */
  forget(news: string): void {
    // What is being read now may be from before the news.
    this.#reading.clear();
    for (const [key, value] of this.#kept) if (this.source.concerns(news, value)) this.#kept.delete(key);
  }

  follower(): Follower {
    return {
      channel: this.source.channel,
      connected: () => {
        this.#follows = true;
        this.#reading.clear();
        this.#kept.clear();
      },
      told: (news) => this.forget(news),
    };
  }

  #read(key: string): Promise<Value | null> {
    const asked = this.#reading.get(key);
    if (asked) return asked;
    const reading = this.source.read(key).then((value) => {
      if (this.#follows && value !== null && this.#reading.get(key) === reading) this.#keep(key, value);
      return value;
    });
    this.#reading.set(key, reading);
    void reading.catch(() => undefined).then(() => this.#reading.get(key) === reading && this.#reading.delete(key));
    return reading;
  }

  #keep(key: string, value: Value): void {
    if (this.#kept.size >= this.source.atMost) this.#kept.delete(this.#kept.keys().next().value ?? "");
    this.#kept.set(key, value);
  }
}
