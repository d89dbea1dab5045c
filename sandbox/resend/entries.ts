/** What the sandbox remembers: each change is one line in the journal, so a change is there whole or not at all. */

export interface Mail {
  id: string;
  messageId: string;
  createdAt: string;
  from: string;
  to: string[];
  cc: string[];
  bcc: string[];
  replyTo: string[];
  subject: string;
  html: string | null;
  text: string | null;
  headers: Record<string, string>;
  tags: { name: string; value: string }[];
  attachments: { filename: string; contentType: string; bytes: number }[];
  idempotencyKey: string | null;
  /** Recipients that stood on the suppression list when the mail was accepted. */
  suppressed: string[];
}

export const EMAIL_EVENT_TYPES = [
  "email.sent",
  "email.delivered",
  "email.delivery_delayed",
  "email.opened",
  "email.clicked",
  "email.bounced",
  "email.complained",
  "email.failed",
  "email.suppressed",
] as const;
export type EmailEventType = (typeof EMAIL_EVENT_TYPES)[number];
export type EventType = EmailEventType | "suppression.added" | "suppression.removed";

export interface SandboxEvent {
  /** Goes out as `webhook-id`: the same for every attempt and every copy. */
  id: string;
  type: EventType;
  at: string;
  mailId: string | null;
  /** Which step of the mail's own course this was; null for what a reader or a test caused. */
  step: number | null;
  data: Record<string, unknown>;
}

export interface Webhook {
  id: string;
  endpoint: string;
  events: string[];
  status: "enabled" | "disabled";
  createdAt: string;
  signingSecret: string;
}

export interface Attempt {
  at: string;
  status: number | null;
  problem: string | null;
}

export interface Delivery {
  id: string;
  eventId: string;
  webhookId: string;
  state: "pending" | "delivered" | "failed";
  /** Real time in milliseconds, as webhook signatures live in real time too. */
  dueAt: number;
  /** How many of the automatic attempts are used up. */
  tries: number;
  attempts: Attempt[];
}

export interface Suppression {
  id: string;
  email: string;
  origin: "bounce" | "complaint" | "manual";
  sourceId: string | null;
  createdAt: string;
}

export interface Switches {
  /** Nothing is delivered; deliveries wait. */
  paused: boolean;
  /** How many extra copies of each delivery are posted at the same moment. */
  duplicate: number;
  /** Milliseconds every delivery waits before its first attempt. */
  delayMs: number;
  /** Every other delivery is held back this long, so that the next one overtakes it; 0 is off. */
  reorderMs: number;
  /** Waits before the second, third, ... attempt; when used up the delivery has failed. */
  retryMs: number[];
}

export interface StoredAnswer {
  status: number;
  body: unknown;
}

type NewDelivery = Pick<Delivery, "id" | "webhookId" | "dueAt">;

export type Entry =
  | { kind: "mails.accepted"; at: string; mails: Mail[]; answer: StoredAnswer; claim: Claim | null }
  | { kind: "event"; at: string; event: SandboxEvent; deliveries: NewDelivery[] }
  | {
      kind: "delivery.attempted";
      at: string;
      id: string;
      attempt: Attempt;
      state: Delivery["state"];
      dueAt: number;
    }
  | { kind: "delivery.requeued"; at: string; id: string; dueAt: number }
  | { kind: "webhook.saved"; at: string; webhook: Webhook }
  | { kind: "webhook.deleted"; at: string; id: string }
  | { kind: "suppression.added"; at: string; suppression: Suppression }
  | { kind: "suppression.removed"; at: string; id: string }
  | { kind: "clock.advanced"; at: string; advanceMs: number }
  | { kind: "switches.set"; at: string; switches: Switches };

/** An idempotency key as one team used it, with the fingerprint of what was asked. */
export interface Claim {
  scope: string;
  fingerprint: string;
}
