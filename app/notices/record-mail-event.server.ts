import type { Tx } from "~/platform/db.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { isFinal, raised, statusTold } from "./mail-status";
import { findMailByProviderId, insertMailEvent, lockMail, updateMail, type MailRow } from "./outbox-store.server";
import { addSuppression, removeSuppression } from "./recipient-store.server";
import { eventDetail, suppressionReason, type ResendEvent } from "./resend-event";

/**
 * Takes in what the provider tells about a mail or an address: the mail's status rises and never falls, and an address
 * that bounced or complained gets nothing more (I31). The same event again changes nothing.
 * @param eventId the provider's own id of the event
 */
export async function recordMailEvent(
  { eventId, event }: { eventId: string; event: ResendEvent },
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<void> {
  const now = clock.now();
  await db.transaction("record-mail-event", async (tx) => {
    if (event.type.startsWith("suppression.")) return mirror(tx, event, now);
    const mail = await mailOf(tx, event);
    // Another sender of the same account: nothing of it is ours.
    if (!mail) return;
    const { type, created_at: occurredAt } = event;
    const fresh = await insertMailEvent(tx, { id: eventId, mailId: mail.id, type, detail: eventDetail(event), occurredAt, recordedAt: now });
    if (!fresh) return;

    const status = raised(mail.status, statusTold(type) ?? mail.status);
    await updateMail(tx, mail.id, {
      status,
      // The news can overtake the answer to the call itself.
      providerId: mail.providerId ?? event.data.email_id ?? null,
      sentAt: mail.sentAt ?? occurredAt,
      ...(isFinal(status) && { finalAt: mail.finalAt ?? now }),
    });
    const reason = suppressionReason(event);
    if (reason) for (const to of event.data.to ?? []) await addSuppression(tx, to, reason, now);
  });
}

/** By the tag we gave it, because its id may not have been written down yet; else by the provider's id. */
async function mailOf(tx: Tx, { data }: ResendEvent): Promise<MailRow | null> {
  const tagged = data.tags?.mail ? await lockMail(tx, data.tags.mail) : null;
  // A tag is only a word in a message: it must not move a mail that the provider knows under another id.
  if (tagged && (tagged.providerId === null || tagged.providerId === data.email_id)) return tagged;
  const id = data.email_id ? await findMailByProviderId(tx, data.email_id) : null;
  return id ? lockMail(tx, id) : null;
}

/** The provider's own list, changed by hand there. */
async function mirror(tx: Tx, { type, data }: ResendEvent, now: Date): Promise<void> {
  if (!data.email) return;
  if (type === "suppression.added") await addSuppression(tx, data.email, "provider", now);
  if (type === "suppression.removed") await removeSuppression(tx, data.email);
}
