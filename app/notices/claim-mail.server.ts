import type { Tx } from "~/platform/db.server";
import { randomSecret } from "~/platform/secrets.server";
import { MAIL_TEMPLATES } from "./mail-templates";
import { lockMail, updateMail, type MailRow } from "./outbox-store.server";
import { findRecipient } from "./recipient-store.server";
import { scheduleMail } from "./schedule-mail.server";
import { readBody, readdressed, seal, unseal, type SealedMail } from "./sealed-mail.server";
import { SAFE_WITH_SAME_KEY_MS } from "./send-times";
import { readWhyNotTo } from "./why-not.server";

/** What the worker may do with a mail now. */
export type Claim =
  | { act: "nothing" }
  /** `first`: no earlier try can have had an effect. */
  | { act: "send"; token: string; body: string; first: boolean }
  | { act: "ask"; body: string; providerId: string | null; triedAt: Date };

const DONE: Claim = { act: "nothing" };

/**
 * Takes a mail for one try, in a transaction of its own before the call: whoever claims later makes this claim void
 * (I34), and what was decided against this mail meanwhile counts (I31).
 */
export async function claimMail(tx: Tx, mailId: string, now: Date): Promise<Claim> {
  const mail = await lockMail(tx, mailId);
  if (!mail?.bytesSealed || !["queued", "sending", "unknown"].includes(mail.status)) return DONE;
  if (mail.notBefore > now) {
    await scheduleMail(tx, mail, mail.notBefore, now);
    return DONE;
  }
  const sealed = unseal(mail.bytesSealed);
  const to = readBody(sealed.body).to;
  const tooLate = now.getTime() > mail.notBefore.getTime() + MAIL_TEMPLATES[mail.template].usefulForHours * 3_600_000;
  const refusal = (await readWhyNotTo(tx, mail, sealed.pinned ? to : undefined)) ??
    (tooLate ? { status: "failed" as const, reason: "too_late" } : null);

  if (mail.firstTriedAt !== null) {
    const keyExpires = now.getTime() - mail.firstTriedAt.getTime() >= SAFE_WITH_SAME_KEY_MS;
    // It may be with the provider already: only asking tells, and only that can be put in the log.
    if (mail.status === "unknown" || keyExpires || refusal) {
      await updateMail(tx, mail.id, { status: "unknown", claimToken: null });
      return { act: "ask", body: sealed.body, providerId: mail.providerId, triedAt: mail.firstTriedAt };
    }
  } else if (refusal) {
    await updateMail(tx, mail.id, { ...refusal, claimToken: null, finalAt: now });
    return DONE;
  }

  const token = randomSecret(16);
  const body = await toPresentAddress(tx, mail, sealed);
  await updateMail(tx, mail.id, {
    status: "sending",
    claimToken: token,
    attempts: mail.attempts + 1,
    firstTriedAt: mail.firstTriedAt ?? now,
  });
  return { act: "send", token, body, first: mail.firstTriedAt === null };
}

/** A mail may wait for days: before its first try it follows its reader to a new address, afterwards it never changes. */
async function toPresentAddress(tx: Tx, mail: MailRow, sealed: SealedMail): Promise<string> {
  if (sealed.pinned || mail.firstTriedAt !== null) return sealed.body;
  const email = (await findRecipient(tx, mail.personId))?.email;
  if (!email || email === readBody(sealed.body).to) return sealed.body;
  const body = readdressed(sealed.body, email);
  await updateMail(tx, mail.id, seal({ ...sealed, body }));
  return body;
}
