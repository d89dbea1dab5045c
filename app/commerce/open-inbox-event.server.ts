import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import type { Tx } from "~/platform/db.server";
import { decrypt } from "~/platform/secrets.server";
import { NotFoundError } from "~/platform/errors";
import { findInboxEvent, findMonthKey, finishInboxEvent, noteInboxError } from "./inbox-store.server";

export interface OpenedEvent {
  id: string;
  type: string;
  /** False once it was processed, or given up. */
  waits: boolean;
  /** The signed body; null when its month's key was destroyed (L8). */
  payload: Buffer | null;
}

/** An event of the inbox with its payload. @throws NotFoundError */
export async function openInboxEvent(id: string, { db = rootDb }: Deps = {}): Promise<OpenedEvent> {
  return await db.transaction("open-inbox-event", async (tx) => {
    const row = await findInboxEvent(tx, id);
    if (!row) throw new NotFoundError("inbox event", { id });
    const key = row.payloadSealed && (await findMonthKey(tx, row.keyMonth));
    return {
      id,
      type: row.type,
      waits: row.status === "received",
      payload: row.payloadSealed && key ? decrypt(row.payloadSealed, key) : null,
    };
  });
}

/** Ends an event in the transaction of its effects (N1). @returns false when somebody else ended it: do nothing */
export async function markProcessed(tx: Tx, id: string, now: Date): Promise<boolean> {
  return await finishInboxEvent(tx, id, { status: "processed", error: null }, now);
}

/** Gives an event up for good: nothing a later try would change. It stays visible, with why (I28). */
export async function markDead(id: string, error: string, { db = rootDb, clock = systemClock }: Deps = {}): Promise<void> {
  await db.transaction("mark-event-dead", (tx) => finishInboxEvent(tx, id, { status: "dead", error }, clock.now()));
}

/** Notes why a try failed; the job tries again. */
export async function noteFailure(id: string, error: string, { db = rootDb }: Deps = {}): Promise<void> {
  await db.transaction("note-event-failure", (tx) => noteInboxError(tx, id, error));
}
