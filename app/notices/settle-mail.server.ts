import type { Tx } from "~/platform/db.server";
import type { Finding } from "./ask-provider.server";
import { isFinal, raised, statusTold } from "./mail-status";
import { listKnownProviderIds, lockMail, updateMail } from "./outbox-store.server";
import { scheduleMail } from "./schedule-mail.server";
import { ASK_AGAIN_MS, retryDelayMs } from "./send-times";

/**
 * Settles a mail whose fate was unknown with what the provider told: it has it (then that is that), it does not (then
 * it goes out as if never tried, or not at all when it came too late), or it did not say (then we ask again).
 */
export async function settleMail(tx: Tx, mailId: string, finding: Finding, now: Date): Promise<void> {
  const mail = await lockMail(tx, mailId);
  if (mail?.status !== "unknown") return;

  if (finding.known === "not_told") {
    await scheduleMail(tx, mail, new Date(now.getTime() + ASK_AGAIN_MS), now);
    return;
  }
  const ids = finding.known === "yes" ? finding.candidates.map(({ id }) => id) : [];
  const others = await listKnownProviderIds(tx, ids.filter((id) => id !== mail.providerId));
  const mine = finding.known === "yes" ? finding.candidates.find(({ id }) => !others.has(id)) : undefined;
  if (mine) {
    const status = raised("sent", statusTold(mine.last_event ?? "") ?? "sent");
    await updateMail(tx, mail.id, {
      status,
      providerId: mine.id,
      reason: null,
      sentAt: mail.sentAt ?? mail.firstTriedAt ?? now,
      finalAt: isFinal(status) ? now : null,
    });
    return;
  }
  await updateMail(tx, mail.id, { status: "queued", firstTriedAt: null });
  // Never at once: a provider that refuses the key and denies the mail must not be asked in a circle.
  await scheduleMail(tx, mail, new Date(now.getTime() + retryDelayMs(mail.attempts, null)), now);
}
