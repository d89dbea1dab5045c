import type { Tx } from "~/platform/db.server";
import type { SendOutcome } from "~/platform/gateways/resend.server";
import { raised } from "./mail-status";
import { lockMail, updateMail } from "./outbox-store.server";
import { scheduleMail } from "./schedule-mail.server";
import { retryDelayMs } from "./send-times";

interface Try {
  mailId: string;
  token: string;
  /** No earlier try can have had an effect. */
  first: boolean;
}

/** Writes down what became of a try; does nothing when another worker took the mail over since (I34). */
export async function finishMail(tx: Tx, { mailId, token, first }: Try, outcome: SendOutcome, now: Date): Promise<void> {
  const mail = await lockMail(tx, mailId);
  if (!mail || mail.claimToken !== token) return;

  if (outcome.result === "accepted") {
    // News of it may have arrived before this answer did: the status only rises.
    await updateMail(tx, mail.id, {
      status: raised(mail.status, "sent"),
      providerId: outcome.providerId,
      reason: null,
      claimToken: null,
      sentAt: mail.sentAt ?? now,
    });
    return;
  }
  if (mail.status !== "sending") {
    await updateMail(tx, mail.id, { claimToken: null });
    return;
  }
  const reason = outcome.problem;
  if (outcome.result === "refused") {
    await updateMail(tx, mail.id, { status: "failed", reason, claimToken: null, finalAt: now });
  } else if (outcome.result === "conflict") {
    await updateMail(tx, mail.id, { status: "unknown", reason, claimToken: null });
    await scheduleMail(tx, mail, now, now);
  } else {
    const forgetTry = first && outcome.effect === "none";
    await updateMail(tx, mail.id, { status: "queued", reason, claimToken: null, ...(forgetTry && { firstTriedAt: null }) });
    const at = new Date(now.getTime() + retryDelayMs(mail.attempts, outcome.afterMs));
    await scheduleMail(tx, mail, at, now);
  }
}
