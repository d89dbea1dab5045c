/** Where a mail can be; the same words as the database enum. */
export const MAIL_STATUSES = [
  "queued", "sending", "sent", "delayed", "delivered", "bounced", "complained", "failed", "suppressed", "skipped",
  "bundled", "unknown",
] as const;
export type MailStatus = (typeof MAIL_STATUSES)[number];

export function isMailStatus(text: unknown): text is MailStatus {
  return MAIL_STATUSES.some((status) => status === text);
}

/** How far the provider has come with a mail; what it tells late or twice never leads back. */
const HEIGHT: Record<MailStatus, number> = {
  queued: 0, sending: 0, unknown: 0, sent: 1, delayed: 2, delivered: 3,
  bounced: 4, complained: 4, failed: 4, suppressed: 4,
  // Never handed over, so nothing can be heard about them.
  skipped: 5, bundled: 5,
};

/** Nothing more is expected; a complaint may still follow a delivery. */
const FINAL = new Set<MailStatus>(["delivered", "bounced", "complained", "failed", "suppressed", "skipped"]);

export const isFinal = (status: MailStatus): boolean => FINAL.has(status);

/** The status after news from the provider: only upwards (queued < sent < delayed < delivered < the four ends). */
export function raised(current: MailStatus, told: MailStatus): MailStatus {
  return HEIGHT[told] > HEIGHT[current] ? told : current;
}

const TOLD: Record<string, MailStatus> = {
  sent: "sent", scheduled: "sent", queued: "sent", opened: "delivered", clicked: "delivered", delivered: "delivered",
  delivery_delayed: "delayed", bounced: "bounced", complained: "complained", failed: "failed", canceled: "failed",
  suppressed: "suppressed",
};

/**
 * What an event (`email.delivered`) or the last event of a mail (`delivered`) says about its status; null when
 * nothing. An opened mail was delivered, even if the news of that got lost.
 */
export function statusTold(event: string): MailStatus | null {
  const name = event.startsWith("email.") ? event.slice("email.".length) : event;
  return Object.hasOwn(TOLD, name) ? (TOLD[name] ?? null) : null;
}
