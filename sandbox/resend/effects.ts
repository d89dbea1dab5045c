import { createHash } from "node:crypto";
import type { Entry, Mail } from "./entries";

/** One thing that really happened at the provider; tests compare these with what the product believes. */
export interface Effect {
  n: number;
  at: string;
  kind: string;
  [fact: string]: unknown;
}

/** The effects of a journal entry, numbered from `n`; bookkeeping of the sandbox itself has none. */
export function effectOf(entry: Entry, n: number): Effect[] {
  switch (entry.kind) {
    case "mails.accepted":
      return entry.mails.map((mail, index) => ({
        n: n + index,
        at: entry.at,
        kind: "email.accepted",
        ...mailFacts(mail),
      }));
    case "event": {
      const { id, type, mailId } = entry.event;
      return [{ n, at: entry.at, kind: "event", type, eventId: id, emailId: mailId }];
    }
    case "delivery.attempted": {
      const { status, problem } = entry.attempt;
      return [
        {
          n,
          at: entry.at,
          kind: "webhook.attempted",
          deliveryId: entry.id,
          status,
          problem,
          state: entry.state,
        },
      ];
    }
    case "webhook.saved":
      return [
        { n, at: entry.at, kind: entry.kind, webhookId: entry.webhook.id, endpoint: entry.webhook.endpoint },
      ];
    case "webhook.deleted":
      return [{ n, at: entry.at, kind: entry.kind, webhookId: entry.id }];
    case "suppression.added":
      return [
        {
          n,
          at: entry.at,
          kind: entry.kind,
          email: entry.suppression.email,
          origin: entry.suppression.origin,
        },
      ];
    case "suppression.removed":
      return [{ n, at: entry.at, kind: entry.kind, suppressionId: entry.id }];
    default:
      return [];
  }
}

function mailFacts(mail: Mail) {
  const content = createHash("sha256")
    .update(JSON.stringify([mail.html, mail.text]))
    .digest("hex");
  const { id, to, subject, idempotencyKey, tags } = mail;
  return { emailId: id, to, subject, idempotencyKey, tags, contentSha256: content };
}
