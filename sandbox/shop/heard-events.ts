import { Webhook } from "standardwebhooks";
import { z } from "zod";
import { Journal } from "../journal";

/** One event as it reached the shop. */
const heardEvent = z.object({
  id: z.string(),
  type: z.string(),
  /** When it arrived first. */
  at: z.string(),
  /** How often it arrived: the same id again is the same event. */
  times: z.number(),
  /** The id of the reward or referral it tells about, and how that stands. */
  about: z.string(),
  status: z.string(),
});
export type HeardEvent = z.output<typeof heardEvent>;

const entrySchema = z.union([z.object({ secret: z.string() }), z.object({ event: heardEvent })]);
type Entry = z.output<typeof entrySchema>;

/** What the shop reads of an event; there is more in it. */
const bodySchema = z.object({ id: z.string(), type: z.string(), data: z.object({ id: z.string(), status: z.string() }) });

/** The status the shop answers with: taken, refused, or closed at the moment. */
type Answer = 204 | 400 | 503;

/**
 * What the shop heard from Vouch: checked over the raw bytes before it is believed, and done once however often it
 * arrives. Kept in a file beside its neighbours' data, or in memory alone.
 */
export class HeardEvents {
  /** Closed on purpose, to see that what was missed comes again. */
  open = true;
  readonly #journal: Journal | null;
  readonly #events = new Map<string, HeardEvent>();
  #secret = "";

  constructor(file: string | null) {
    this.#journal = file ? new Journal(file) : null;
    for (const entry of this.#journal?.entries() ?? []) this.#apply(entrySchema.parse(entry));
  }

  get listening(): boolean {
    return this.#secret !== "";
  }

  /** The latest first. */
  list(): HeardEvent[] {
    return [...this.#events.values()].reverse();
  }

  /** @returns false when it has not the form of a secret */
  useSecret(secret: string): boolean {
    if (!/^whsec_[A-Za-z0-9+/=]{32,100}$/.test(secret)) return false;
    this.#record({ secret });
    return true;
  }

  hear(body: string, headers: Record<string, string>, now: Date): Answer {
    if (!this.open) return 503;
    const told = this.#verified(body, headers);
    if (!told) return 400;
    const { id, type, data } = told;
    const known = this.#events.get(id);
    const [at, times] = [known?.at ?? now.toISOString(), (known?.times ?? 0) + 1];
    this.#record({ event: { id, type, at, times, about: data.id, status: data.status } });
    return 204;
  }

  async close(): Promise<void> {
    await this.#journal?.close();
  }

  #verified(body: string, headers: Record<string, string>) {
    try {
      return bodySchema.parse(new Webhook(this.#secret).verify(body, headers));
    } catch {
      // No secret yet, a signature that is not Vouch's, or no event: whatever it is, it is not for us.
      return null;
    }
  }

  #record(entry: Entry): void {
    this.#journal?.append(entry);
    this.#apply(entry);
  }

  #apply(entry: Entry): void {
    if ("secret" in entry) this.#secret = entry.secret;
    else this.#events.set(entry.event.id, entry.event);
  }
}
