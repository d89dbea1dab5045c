import type { Tx } from "~/platform/db.server";
import { leaveBundle } from "./bundle.server";
import { findMailByKey, lockMail, lockPersonsMail, updateMail, type NaturalKey } from "./outbox-store.server";

/** `said`: somebody may have read it by now. */
export type Withdrawal = "withdrawn" | "never_said" | "said";

/**
 * Holds a mail back that is no longer true, as long as nobody tried to send it; from a summary that waits, its part is
 * taken out.
 */
export async function withdrawMail(tx: Tx, key: NaturalKey, now: Date): Promise<Withdrawal> {
  await lockPersonsMail(tx, key.personId);
  const found = await findMailByKey(tx, key);
  const mail = found && (await lockMail(tx, found.id));
  const carrier = mail?.bundleId ? await lockMail(tx, mail.bundleId) : mail;
  if (!mail || !carrier || ["skipped", "suppressed", "failed"].includes(carrier.status)) return "never_said";
  if (carrier.status !== "queued" || carrier.firstTriedAt !== null) return "said";
  const withdrawn = { status: "skipped", reason: "withdrawn", bytesSealed: null, bundleId: null, finalAt: now } as const;
  await updateMail(tx, mail.id, withdrawn);
  if (carrier.id !== mail.id && !(await leaveBundle(tx, carrier, now))) await updateMail(tx, carrier.id, withdrawn);
  return "withdrawn";
}
