import type { Sandbox } from "./sandbox";

const DAY_SECONDS = 86_400;
export const EVENT_DAYS = 30;
export const IDEMPOTENCY_SECONDS = DAY_SECONDS;

/** Drops what Stripe forgets too: answers of used keys after a day, delivered events after 30 days. */
export function forgetOldRows({ tables, clock }: Pick<Sandbox, "tables" | "clock">): void {
  const now = clock.seconds();
  for (const answer of tables.idempotentAnswers.all()) {
    if (answer.at < now - IDEMPOTENCY_SECONDS) tables.idempotentAnswers.remove(answer.id);
  }
  for (const event of tables.events.all()) {
    if (event.created >= now - EVENT_DAYS * DAY_SECONDS) continue;
    const deliveries = tables.deliveries.where("event", event.id);
    if (deliveries.some((delivery) => delivery.status === "pending")) continue;
    for (const delivery of deliveries) tables.deliveries.remove(delivery.id);
    tables.events.remove(event.id);
  }
}
