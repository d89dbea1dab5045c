import { Webhook as Signer } from "standardwebhooks";
import { reachable } from "../loopback-names";
import type { Attempt, Delivery, SandboxEvent, Webhook } from "./entries";
import type { SandboxState } from "./state";

const AT_ONCE = 8;
const TIMEOUT_MS = 15_000;

/** Posts signed webhooks: at once, again after the waits of the switches, until one attempt is answered 2xx. */
export class Deliveries {
  readonly #state: SandboxState;
  readonly #running = new Map<string, Promise<void>>();
  readonly #stopping = new AbortController();
  #timer: NodeJS.Timeout | null = null;

  constructor(state: SandboxState) {
    this.#state = state;
  }

  /** Looks what is due; call it after anything that may have changed that. */
  wake(): void {
    if (this.#stopping.signal.aborted) return;
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#sendDue(), 0);
  }

  /** Sends a delivery anew, with all its retries, whatever became of it before. */
  resend(id: string): void {
    this.#state.record({
      kind: "delivery.requeued",
      at: this.#state.now().toISOString(),
      id,
      dueAt: Date.now(),
    });
    this.wake();
  }

  /** Stops; a delivery under way counts as not attempted and goes out again after the next start. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    if (this.#timer) clearTimeout(this.#timer);
    await Promise.all(this.#running.values());
  }

  #sendDue(): void {
    if (this.#state.switches.paused || this.#stopping.signal.aborted) return;
    let nextMs = Infinity;
    for (const delivery of this.#state.pending) {
      // A finished delivery wakes the loop again, so a full house needs no timer.
      if (this.#running.size >= AT_ONCE) return;
      if (this.#running.has(delivery.id)) continue;
      const waitMs = delivery.dueAt - Date.now();
      if (waitMs > 0) nextMs = Math.min(nextMs, waitMs);
      else this.#start(delivery);
    }
    if (nextMs < Infinity) this.#timer = setTimeout(() => this.#sendDue(), nextMs);
  }

  #start(delivery: Delivery): void {
    const running = this.#attempt(delivery).finally(() => {
      this.#running.delete(delivery.id);
      this.wake();
    });
    this.#running.set(delivery.id, running);
  }

  async #attempt(delivery: Delivery): Promise<void> {
    // The receiver must never know more than the disk does.
    await this.#state.settled();
    const webhook = this.#state.webhooks.get(delivery.webhookId);
    const event = this.#state.events.get(delivery.eventId);
    if (!webhook || !event)
      return this.#finish(delivery, { status: null, problem: "the webhook was deleted" }, true);
    const copies = Array.from({ length: 1 + this.#state.switches.duplicate }, () =>
      this.#post(webhook, event)
    );
    const [outcome] = await Promise.all(copies);
    if (outcome && !this.#stopping.signal.aborted) this.#finish(delivery, outcome, false);
  }

  async #post(webhook: Webhook, event: SandboxEvent): Promise<Omit<Attempt, "at">> {
    const body = JSON.stringify({ type: event.type, created_at: event.at, data: event.data });
    try {
      const response = await fetch(reachable(webhook.endpoint), {
        method: "POST",
        headers: { "content-type": "application/json", ...signedHeaders(webhook, event, body) },
        body,
        redirect: "manual",
        signal: AbortSignal.any([AbortSignal.timeout(TIMEOUT_MS), this.#stopping.signal]),
      });
      await response.arrayBuffer();
      return { status: response.status, problem: response.ok ? null : `answered ${response.status}` };
    } catch (error) {
      return { status: null, problem: causeOf(error) };
    }
  }

  #finish(delivery: Delivery, outcome: Omit<Attempt, "at">, last: boolean): void {
    const at = this.#state.now().toISOString();
    const retryMs = this.#state.switches.retryMs[delivery.tries];
    const again = outcome.problem !== null && retryMs !== undefined && !last;
    this.#state.record({
      kind: "delivery.attempted",
      at,
      id: delivery.id,
      attempt: { at, ...outcome },
      state: outcome.problem === null ? "delivered" : again ? "pending" : "failed",
      dueAt: again ? Date.now() + retryMs : delivery.dueAt,
    });
  }
}

/** Both spellings of the Standard Webhooks headers; the provider's own documents read the `svix-` ones. */
function signedHeaders(webhook: Webhook, event: SandboxEvent, body: string): Record<string, string> {
  const now = new Date();
  const headers: Record<string, string> = {
    id: event.id,
    timestamp: String(Math.floor(now.getTime() / 1000)),
    signature: new Signer(webhook.signingSecret).sign(event.id, now, body),
  };
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => [
      [`webhook-${name}`, value],
      [`svix-${name}`, value],
    ])
  );
}

function causeOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return cause instanceof Error ? cause.message || cause.name : String(cause);
}
