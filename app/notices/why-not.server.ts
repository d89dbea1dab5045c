import type { Tx } from "~/platform/db.server";
import type { MailRow } from "./outbox-store.server";
import { findRecipient, findSuppression, listStoppedKinds } from "./recipient-store.server";

/**
 * Why a mail must not go out now, read in the transaction that decides (I31): the address is gone, it bounced or
 * complained, or the person stopped this kind. Security mails go to every address there is: somebody just asked for
 * them, or their account is at stake.
 */
export async function whyNotTo(
  tx: Tx,
  { personId, kind }: Pick<MailRow, "personId" | "kind">,
  to?: string,
): Promise<{ status: "skipped" | "suppressed"; reason: string } | null> {
  const address = to ?? (await findRecipient(tx, personId))?.email;
  if (!address) return { status: "skipped", reason: "no_address" };
  if (kind === "security") return null;
  const [suppression, stopped] = await Promise.all([findSuppression(tx, address), listStoppedKinds(tx, personId)]);
  if (suppression) return { status: "suppressed", reason: suppression };
  return stopped.includes(kind) ? { status: "skipped", reason: "opted_out" } : null;
}
