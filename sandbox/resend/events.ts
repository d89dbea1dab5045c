import { randomBytes, randomUUID } from "node:crypto";
import type { EmailEventType, EventType, Mail, SandboxEvent, Suppression } from "./entries";
import { bareAddress } from "./validate";
import type { SandboxState } from "./state";

/** What an event adds to the common data, for example `{ click: {...} }`. */
export type EventFacts = Record<string, unknown>;

/** Records events together with the webhook deliveries they cause; `onDelivery` wakes the sender. */
export class Events {
  readonly #state: SandboxState;
  readonly #onDelivery: () => void;
  #count = 0;

  constructor(state: SandboxState, onDelivery: () => void) {
    this.#state = state;
    this.#onDelivery = onDelivery;
  }

  /** An event of a mail, for some of its recipients. */
  emitEmail(
    mail: Mail,
    type: EmailEventType,
    to: string[],
    facts: EventFacts = {},
    step: number | null = null
  ): void {
    const headers = Object.entries(mail.headers).map(([name, value]) => ({ name, value }));
    this.#record(type, mail.id, step, {
      email_id: mail.id,
      message_id: mail.messageId,
      created_at: mail.createdAt,
      from: mail.from,
      to,
      subject: mail.subject,
      ...(headers.length > 0 && { headers }),
      ...(mail.tags.length > 0 && {
        tags: Object.fromEntries(mail.tags.map((tag) => [tag.name, tag.value])),
      }),
      ...facts,
    });
  }

  /** Puts addresses on the suppression list, each once. */
  suppress(addresses: string[], origin: Suppression["origin"], sourceId: string | null): Suppression[] {
    return addresses.map((address) => {
      const email = bareAddress(address);
      const known = this.#state.suppressionFor(email);
      if (known) return known;
      const at = this.#state.now().toISOString();
      const suppression = { id: randomUUID(), email, origin, sourceId, createdAt: at };
      this.#state.record({ kind: "suppression.added", at, suppression });
      this.#record("suppression.added", sourceId, null, suppressionFacts(suppression));
      return suppression;
    });
  }

  unsuppress(suppression: Suppression): void {
    this.#state.record({
      kind: "suppression.removed",
      at: this.#state.now().toISOString(),
      id: suppression.id,
    });
    this.#record("suppression.removed", null, null, suppressionFacts(suppression));
  }

  /** A reader's mailbox rejected the mail, or the reader called it spam: the address is suppressed from now on. */
  markAs(mail: Mail, outcome: "bounced" | "complained"): void {
    if (outcome === "bounced") this.emitEmail(mail, "email.bounced", mail.to, bounceFacts(mail.to));
    else this.emitEmail(mail, "email.complained", mail.to);
    this.suppress(mail.to, outcome === "bounced" ? "bounce" : "complaint", mail.id);
  }

  #record(type: EventType, mailId: string | null, step: number | null, data: EventFacts): void {
    const at = this.#state.now().toISOString();
    const event: SandboxEvent = {
      id: `msg_${randomBytes(16).toString("hex")}`,
      type,
      at,
      mailId,
      step,
      data,
    };
    const wanted = [...this.#state.webhooks.values()].filter(
      (webhook) => webhook.status === "enabled" && webhook.events.includes(type)
    );
    const deliveries = wanted.map((webhook) => ({
      id: randomUUID(),
      webhookId: webhook.id,
      dueAt: this.#firstDue(),
    }));
    this.#state.record({ kind: "event", at, event, deliveries });
    if (deliveries.length > 0) this.#onDelivery();
  }

  #firstDue(): number {
    const { delayMs, reorderMs } = this.#state.switches;
    this.#count += 1;
    return Date.now() + delayMs + (this.#count % 2 === 1 ? reorderMs : 0);
  }
}

export function bounceFacts(to: string[]): EventFacts {
  return {
    bounce: {
      diagnosticCode: to.map(() => "smtp; 550 5.1.1 user unknown"),
      message: "The recipient's mail server permanently rejected the mail.",
      subType: "General",
      type: "Permanent",
    },
  };
}

export function suppressedFacts(to: string[]): EventFacts {
  return {
    suppressed: {
      diagnosticCode: to.map(() => "smtp; 550 5.1.1 address is suppressed"),
      message: "The address is on the suppression list of this account.",
      reason: "previous_bounce",
      type: "OnAccountSuppressionList",
    },
  };
}

function suppressionFacts(suppression: Suppression): EventFacts {
  const { id, email, origin, sourceId, createdAt } = suppression;
  return { id, email, origin, source_id: sourceId, created_at: createdAt };
}
