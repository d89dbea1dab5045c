import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { insertFunnelEvent, type NewFunnelEvent } from "./funnel-store.server";

/**
 * Counts something in the funnel besides clicks; an event with a click id happens once per click.
 * @returns whether it was new
 */
export async function recordFunnelEvent(
  event: Omit<NewFunnelEvent, "occurredAt">,
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<boolean> {
  return db.transaction("record-funnel-event", (tx) => insertFunnelEvent(tx, { ...event, occurredAt: clock.now() }));
}
