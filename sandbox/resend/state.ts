import { join } from "node:path";
import { Journal } from "../journal";
import type { Claim, Delivery, Entry, Mail, SandboxEvent, StoredAnswer, Suppression } from "./entries";
import type { Switches, Webhook } from "./entries";
import { effectOf, type Effect } from "./effects";

const DEFAULT_SWITCHES: Switches = {
  paused: false,
  duplicate: 0,
  delayMs: 0,
  reorderMs: 0,
  retryMs: [1_000, 2_000, 5_000, 10_000, 30_000, 60_000, 300_000, 1_800_000],
};

interface KeptAnswer extends Claim {
  at: string;
  answer: StoredAnswer;
}

/** The sandbox's memory: rebuilt from the journal at start, changed only through `record`. */
export class SandboxState {
  readonly mails = new Map<string, Mail>();
  readonly events = new Map<string, SandboxEvent>();
  readonly deliveries = new Map<string, Delivery>();
  /** Those still to be sent, oldest first. */
  readonly pending = new Set<Delivery>();
  readonly webhooks = new Map<string, Webhook>();
  readonly suppressions = new Map<string, Suppression>();
  readonly answers = new Map<string, KeptAnswer>();
  readonly effects: Effect[] = [];
  switches: Switches = DEFAULT_SWITCHES;

  readonly #journal: Journal;
  readonly #eventsByMail = new Map<string, SandboxEvent[]>();
  readonly #deliveriesByEvent = new Map<string, Delivery[]>();
  #clockOffsetMs = 0;

  constructor(folder: string) {
    this.#journal = new Journal(join(folder, "journal.jsonl"));
    // The file is written by this class alone.
    for (const entry of this.#journal.entries()) this.#apply(entry as unknown as Entry);
  }

  /** The sandbox clock: real time plus what tests moved it. */
  now(): Date {
    return new Date(Date.now() + this.#clockOffsetMs);
  }

  record(entry: Entry): void {
    this.#apply(entry);
    this.#journal.append(entry);
  }

  /** Resolves when everything recorded so far survives kill -9. */
  settled(): Promise<void> {
    return this.#journal.flush();
  }

  close(): Promise<void> {
    return this.#journal.close();
  }

  newestMails(): Mail[] {
    return [...this.mails.values()].reverse();
  }

  eventsOf(mailId: string): SandboxEvent[] {
    return this.#eventsByMail.get(mailId) ?? [];
  }

  deliveriesOf(eventId: string): Delivery[] {
    return this.#deliveriesByEvent.get(eventId) ?? [];
  }

  suppressionFor(address: string): Suppression | undefined {
    const wanted = address.toLowerCase();
    return [...this.suppressions.values()].find((entry) => entry.id === address || entry.email === wanted);
  }

  #apply(entry: Entry): void {
    const effect = effectOf(entry, this.effects.length + 1);
    if (effect) this.effects.push(...effect);
    switch (entry.kind) {
      case "mails.accepted":
        for (const mail of entry.mails) this.mails.set(mail.id, mail);
        if (entry.claim) {
          this.answers.set(entry.claim.scope, { ...entry.claim, at: entry.at, answer: entry.answer });
        }
        return;
      case "event":
        return this.#applyEvent(entry.event, entry.deliveries);
      case "delivery.attempted":
        return this.#changeDelivery(entry.id, (delivery) => {
          delivery.attempts.push(entry.attempt);
          delivery.tries += 1;
          delivery.state = entry.state;
          delivery.dueAt = entry.dueAt;
        });
      case "delivery.requeued":
        return this.#changeDelivery(entry.id, (delivery) => {
          delivery.state = "pending";
          delivery.tries = 0;
          delivery.dueAt = entry.dueAt;
        });
      case "webhook.saved":
        this.webhooks.set(entry.webhook.id, entry.webhook);
        return;
      case "webhook.deleted":
        this.webhooks.delete(entry.id);
        return;
      case "suppression.added":
        this.suppressions.set(entry.suppression.id, entry.suppression);
        return;
      case "suppression.removed":
        this.suppressions.delete(entry.id);
        return;
      case "clock.advanced":
        this.#clockOffsetMs += entry.advanceMs;
        return;
      case "switches.set":
        this.switches = entry.switches;
    }
  }

  #applyEvent(event: SandboxEvent, fresh: { id: string; webhookId: string; dueAt: number }[]): void {
    this.events.set(event.id, event);
    if (event.mailId) {
      const known = this.#eventsByMail.get(event.mailId);
      if (known) known.push(event);
      else this.#eventsByMail.set(event.mailId, [event]);
    }
    const deliveries = fresh.map(
      (one): Delivery => ({ ...one, eventId: event.id, state: "pending", tries: 0, attempts: [] })
    );
    for (const delivery of deliveries) {
      this.deliveries.set(delivery.id, delivery);
      this.pending.add(delivery);
    }
    this.#deliveriesByEvent.set(event.id, deliveries);
  }

  #changeDelivery(id: string, change: (delivery: Delivery) => void): void {
    const delivery = this.deliveries.get(id);
    if (!delivery) return;
    change(delivery);
    if (delivery.state === "pending") this.pending.add(delivery);
    else this.pending.delete(delivery);
  }
}
