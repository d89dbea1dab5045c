import type { Tx } from "~/platform/db.server";
import { ConflictError } from "~/platform/errors";
import { lockEndpoint } from "./endpoint-store.server";
import { listEventsBetween } from "./event-store.server";
import { scheduleDeliveries } from "./schedule-deliveries.server";

/** At most so many events in one replay; a longer period is asked for in parts. */
export const MOST_REPLAYED = 2_000;

/**
 * Sends an endpoint every event of its types in a period, also those it never heard of because it was off.
 * @param until not included @returns how many @throws NotFoundError; ConflictError `webhook_off`, `replay_too_long`
 */
export async function replayPeriod(
  tx: Tx,
  { endpointId, from, until, now }: { endpointId: string; from: Date; until: Date; now: Date },
): Promise<number> {
  const { types, switchedOffAt } = await lockEndpoint(tx, endpointId);
  if (switchedOffAt) throw new ConflictError("webhook_off", "the endpoint is switched off", { endpointId });
  const events = await listEventsBetween(tx, { types, from, until, limit: MOST_REPLAYED + 1 });
  if (events.length > MOST_REPLAYED) throw new ConflictError("replay_too_long", "more events than one replay sends", { endpointId });
  return scheduleDeliveries(tx, { endpointId, eventIds: events.map(({ id }) => id), now });
}
