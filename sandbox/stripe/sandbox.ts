import { join } from "node:path";
import { Journal } from "../journal";
import { BY_HAND } from "./cause";
import type { Cause } from "./cause";
import { SandboxClock } from "./clock";
import { effectOf } from "./effects";
import { emitEvent } from "./event-log";
import type { EventOptions } from "./event-log";
import { Faults } from "./faults";
import { newId } from "./identifiers";
import { platformAccount } from "./objects/account";
import type { Account } from "./objects/account";
import type { StripeObject } from "./objects/stripe-object";
import { DEFAULT_SETTINGS } from "./settings";
import type { Settings } from "./settings";
import { forgetOldRows } from "./retention";
import type { Row } from "./table";
import { Tables } from "./tables";
import { WebhookDelivery } from "./webhook-delivery";

export interface SandboxOptions {
  dataDir: string;
  vouchUrl: string;
  token: string;
  retryDelaysMs?: readonly number[];
}

type Entry = { writes: [table: string, id: string, row: Row | null][] };

/** The stand-in's whole state. Everything that changes it goes through `run`: one line in the journal, or nothing. */
export class Sandbox {
  readonly clock = new SandboxClock();
  readonly faults = new Faults();
  readonly tables = new Tables();
  readonly webhooks: WebhookDelivery;
  readonly platform: Account;
  readonly #journal: Journal;
  #pendingWrites: Entry["writes"] = [];
  #cause: Cause = BY_HAND;
  #effectSeq = 0;
  /** Where browsers find the hosted pages, such as `http://localhost:3001`; known once the server listens. */
  publicUrl = "";

  constructor(readonly options: SandboxOptions) {
    this.webhooks = new WebhookDelivery(this, options.retryDelaysMs);
    this.#journal = new Journal(join(options.dataDir, "stripe", "journal.jsonl"));
    this.#load();
    this.platform = this.#ensurePlatform();
    this.#compact();
  }

  get cause(): Cause {
    return this.#cause;
  }

  now(): number {
    return this.clock.seconds();
  }

  /** Does `work` as a whole or, when it throws, not at all. Durable once `flush()` has resolved. */
  run<T>(cause: Cause, work: () => T): T {
    if (this.tables.changes.isOpen) throw new Error("A unit of work is open already");
    this.#cause = cause;
    this.tables.changes.open();
    try {
      const result = work();
      this.#commit();
      return result;
    } catch (error) {
      this.tables.changes.undoTo(0);
      throw error;
    } finally {
      this.tables.changes.close();
      this.#cause = BY_HAND;
    }
  }

  emit(type: string, object: StripeObject, options: EventOptions = {}): void {
    emitEvent(this, type, object, options);
  }

  setting<K extends keyof Settings>(name: K): Settings[K] {
    const row = this.tables.settings.find(name);
    return row ? (row.value as Settings[K]) : DEFAULT_SETTINGS[name];
  }

  setSetting<K extends keyof Settings>(name: K, value: Settings[K]): void {
    this.tables.settings.put({ id: name, value });
  }

  flush(): Promise<void> {
    return this.#journal.flush();
  }

  async close(): Promise<void> {
    await this.webhooks.stop();
    await this.#journal.close();
  }

  #commit(): void {
    for (const change of this.tables.changes.take()) {
      this.#pendingWrites.push([change.table, change.id, change.after]);
      const effect = effectOf(change, this.#effectSeq + 1, this.clock.now(), this.#cause);
      if (!effect) continue;
      this.#effectSeq = effect.seq;
      this.tables.effects.restore(effect.id, effect);
      this.#pendingWrites.push(["_effect", effect.id, effect]);
    }
    const writes = this.#pendingWrites;
    this.#pendingWrites = [];
    if (writes.length === 0) return;
    this.#journal.append({ writes } satisfies Entry);
    this.webhooks.wake();
  }

  #load(): void {
    for (const entry of this.#journal.entries()) {
      for (const [table, id, row] of (entry as Entry).writes) this.tables.restore(table, id, row);
    }
    this.#effectSeq = this.tables.effects.all().at(-1)?.seq ?? 0;
    this.clock.offsetMs = this.setting("clockOffsetMs");
  }

  #ensurePlatform(): Account {
    const known = this.setting("platform");
    if (known) return platformAccount(known.id, known.created);
    const created = { id: newId("acct_", 16), created: this.now() };
    this.run(BY_HAND, () => this.setSetting("platform", created));
    return platformAccount(created.id, created.created);
  }

  /** A start writes the state anew, so that the file does not grow with every change ever made. */
  #compact(): void {
    this.run(BY_HAND, () => forgetOldRows(this));
    const tables = this.tables.every();
    this.#journal.compact(
      (function* () {
        for (const table of tables) {
          for (const row of table.all()) yield { writes: [[table.name, row.id, row]] } satisfies Entry;
        }
      })(),
    );
  }
}
