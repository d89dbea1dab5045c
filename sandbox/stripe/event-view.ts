import type { Event } from "./objects/notification";
import type { Sandbox } from "./sandbox";

/** The event as it is now: `pending_webhooks` counts the deliveries that wait. */
export function eventForApi(sandbox: Sandbox, event: Event): Event {
  const deliveries = sandbox.tables.deliveries.where("event", event.id);
  return {
    ...event,
    pending_webhooks: deliveries.filter((delivery) => delivery.status === "pending").length,
  };
}

/** False while a delivery waits and when the last try failed. */
export function deliveredEverywhere(sandbox: Sandbox, event: Event): boolean {
  const deliveries = sandbox.tables.deliveries.where("event", event.id);
  return deliveries.every((delivery) => delivery.status === "delivered");
}
