import { rootDb, type Deps } from "~/platform/deps.server";
import { findPurchaseNamed, listLines } from "./purchase-store.server";
import { subjectOf } from "./stripe-events";

/**
 * Whether an event only repeats a payment that was read in full before: three to five events tell of each payment, and
 * the first one that finds it paid reads all there is. One that was told without its basket is read again, and one whose
 * settlement was not known yet when its charge changes.
 */
export async function isPaymentKnown(
  event: { type: string; object: Record<string, unknown> },
  { db = rootDb }: Pick<Deps, "db"> = {},
): Promise<boolean> {
  const subject = subjectOf(event.type, event.object);
  if (subject?.about !== "payment") return false;
  const { invoice, intent } = subject;
  // An invoice names the payment: until it is known by that, its event has something to tell (M10).
  const key = invoice ?? intent;
  if (!key) return false;
  return await db.transaction("is-payment-known", async (tx) => {
    const known = await findPurchaseNamed(tx, key);
    if (!known || (await listLines(tx, known.id)).length === 0) return false;
    return event.type !== "charge.updated" || known.settlesAt !== null;
  });
}
