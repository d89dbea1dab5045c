import type { Tx } from "~/platform/db.server";
import type { MailRow } from "./outbox-store.server";
import { findRecipient, type Recipient, type Wishes } from "./recipient-store.server";

interface Refusal {
  status: "skipped" | "suppressed";
  reason: string;
}

/**
 * Why a mail must not go out now (I31): the address is gone, it bounced or complained, or the person stopped this kind.
 * Security mails go to every address there is: somebody just asked for them, or their account is at stake.
 * @param recipient read in the transaction that decides, for the same address
 */
export function whyNotTo({ kind }: Pick<MailRow, "kind">, recipient: (Recipient & Wishes) | null, to?: string): Refusal | null {
  if (!(to ?? recipient?.email)) return { status: "skipped", reason: "no_address" };
  if (kind === "security" || !recipient) return null;
  if (recipient.suppression) return { status: "suppressed", reason: recipient.suppression };
  return recipient.stopped.includes(kind) ? { status: "skipped", reason: "opted_out" } : null;
}

/** The same for a caller who has read nothing of the person. */
export async function readWhyNotTo(tx: Tx, mail: Pick<MailRow, "personId" | "kind">, to?: string): Promise<Refusal | null> {
  return whyNotTo(mail, await findRecipient(tx, mail.personId, to), to);
}
