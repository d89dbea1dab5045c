import { createHash } from "node:crypto";
import { enqueue } from "~/platform/jobs.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { encrypt } from "~/platform/secrets.server";
import type { Provider } from "../../prisma/generated/enums";
import { insertInboxEvent, monthKey } from "./inbox-store.server";

export interface InboxEventInput {
  provider: Provider;
  /** The provider's own id of the event: a second delivery of it is the same event (I27). */
  eventId: string;
  type: string;
  apiVersion: string | null;
  occurredAt: Date;
  /** The body as it was signed. */
  payload: Buffer;
}

/**
 * Puts a verified event into the inbox together with its job: both are there or neither is, before the provider gets
 * its 2xx (I27, I28). The payload is sealed under the month's key.
 * @returns whether it was new
 */
export async function keepInboxEvent(
  input: InboxEventInput,
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<boolean> {
  return await db.transaction("keep-inbox-event", async (tx) => {
    const now = clock.now();
    const { payload, ...event } = input;
    const keyMonth = now.toISOString().slice(0, 7);
    const inboxEventId = await insertInboxEvent(tx, {
      ...event,
      payloadSealed: encrypt(payload, await monthKey(tx, keyMonth)),
      payloadHash: createHash("sha256").update(payload).digest("base64url"),
      keyMonth,
      receivedAt: now,
    });
    if (!inboxEventId) return false;
    await enqueue(tx, "process-inbox-event", { provider: event.provider, inboxEventId });
    return true;
  });
}
