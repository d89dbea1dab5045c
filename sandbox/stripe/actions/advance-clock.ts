import type { Sandbox } from "../sandbox";
import { forgetOldRows } from "../retention";
import { expireSession } from "./open-session";
import { closeCode } from "./redeem-code";
import { endSubscription, renewSubscription } from "./renew-subscription";

const RENEWABLE = ["active", "trialing", "past_due"];

/** Moves the clock; what falls due on the way happens at its own moment. Back is allowed, nothing is undone. */
export function setClock(sandbox: Sandbox, target: Date): void {
  const { tables, clock } = sandbox;
  const until = Math.floor(target.getTime() / 1000);
  for (let due = nextDue(sandbox, until); due; due = nextDue(sandbox, until)) {
    const { id, at, ends } = due;
    clock.at(new Date(at * 1000), () =>
      ends ? endSubscription(sandbox, id) : renewSubscription(sandbox, id),
    );
  }
  for (const session of tables.sessions.all()) {
    if (session.status !== "open" || session.expires_at > until) continue;
    clock.at(new Date(session.expires_at * 1000), () => expireSession(sandbox, session.id));
  }
  for (const code of tables.promotionCodes.all()) {
    const { expires_at: expiresAt } = code;
    if (!code.active || expiresAt === null || expiresAt > until) continue;
    clock.at(new Date(expiresAt * 1000), () => closeCode(sandbox, code.id));
  }
  clock.offsetMs = target.getTime() - Date.now();
  sandbox.setSetting("clockOffsetMs", clock.offsetMs);
  forgetOldRows(sandbox);
}

export function advanceClock(sandbox: Sandbox, ms: number): void {
  setClock(sandbox, new Date(sandbox.clock.now().getTime() + ms));
}

interface DueSubscription {
  id: string;
  at: number;
  ends: boolean;
}

/** The earliest renewal or end up to `until`; one at a time, since a renewal sets the next. */
function nextDue(sandbox: Sandbox, until: number): DueSubscription | null {
  let next: DueSubscription | null = null;
  for (const subscription of sandbox.tables.subscriptions.all()) {
    if (!RENEWABLE.includes(subscription.status) || subscription.pause_collection) continue;
    const periodEnd = subscription.items.data[0]?.current_period_end ?? Infinity;
    const cancelAt = subscription.cancel_at ?? Infinity;
    const at = Math.min(periodEnd, cancelAt);
    if (at > until || (next && at >= next.at)) continue;
    next = { id: subscription.id, at, ends: cancelAt <= periodEnd };
  }
  return next;
}
