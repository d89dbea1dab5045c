import { recordAudit } from "~/identity/record-audit.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { replayPeriod } from "~/webhooks/replay-period.server";

interface Replay {
  endpointId: string;
  from: Date;
  /** Not included. */
  until: Date;
  by: string;
}

/**
 * Sends every event of a period again to an endpoint, with a line in the trail (P14, I37). @returns how many
 * @throws NotFoundError; ConflictError `webhook_off`, `replay_too_long`
 */
export async function replayWebhooks({ by, ...period }: Replay, { db = rootDb, clock = systemClock }: Deps = {}): Promise<number> {
  return db.transaction("replay-webhooks", async (tx) => {
    const now = clock.now();
    const events = await replayPeriod(tx, { ...period, now });
    const facts = { events, from: period.from.toISOString(), until: period.until.toISOString() };
    await recordAudit(tx, { by, action: "webhook.replayed", object: period.endpointId, facts, now });
    return events;
  });
}
