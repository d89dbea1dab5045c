import { markDead, markProcessed, openInboxEvent } from "~/commerce/open-inbox-event.server";
import { recordMailEvent } from "~/notices/record-mail-event.server";
import { resendEventSchema } from "~/notices/resend-event";
import { within } from "~/platform/db.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";

/**
 * The job behind an inbox row of Resend's: what it tells about a mail or an address is written down in the transaction
 * that ends the row (N1). May run twice.
 */
export async function takeInResendEvent(
  { inboxEventId }: { inboxEventId: string },
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<void> {
  const { payload, waits } = await openInboxEvent(inboxEventId, { db });
  if (!waits) return;
  if (!payload) return markDead(inboxEventId, "payload_gone", { db, clock });
  const event = resendEventSchema.parse(JSON.parse(payload.toString("utf8")));
  await db.transaction("take-in-resend-event", async (tx) => {
    if (!(await markProcessed(tx, inboxEventId, clock.now()))) return;
    await recordMailEvent({ eventId: inboxEventId, event }, { db: within(tx), clock });
  });
}
