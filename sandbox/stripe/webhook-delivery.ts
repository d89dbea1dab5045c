import { reachable } from "../loopback-names";
import { BY_HAND } from "./cause";
import { eventForApi } from "./event-view";
import { newId } from "./identifiers";
import type { Delivery, DeliveryAttempt } from "./objects/notification";
import type { Sandbox } from "./sandbox";
import { signPayload } from "./webhook-signature";

const RETRY_DELAYS_MS = [1_000, 2_000, 5_000, 10_000, 30_000, 60_000, 120_000, 300_000];
const TIMEOUT_MS = 10_000;
const CONCURRENCY = 6;
const REORDER_WINDOW_MS = 1_000;
const REORDER_STEP_MS = 5;

/**
 * Sends events to the subscribed endpoints: signed, tried again with a growing pause, given up after the last. Runs on
 * real time, because the receiver checks the signature's age against real time.
 */
export class WebhookDelivery {
  readonly #sandbox: Sandbox;
  readonly #delays: readonly number[];
  readonly #inFlight = new Map<string, Promise<void>>();
  #timer: NodeJS.Timeout | null = null;
  readonly #stop = new AbortController();
  #window = { start: 0, count: 0 };

  constructor(sandbox: Sandbox, delays: readonly number[] = RETRY_DELAYS_MS) {
    this.#sandbox = sandbox;
    this.#delays = delays;
  }

  /** Called inside the unit of work that made the event, so that event and deliveries are saved together. */
  enqueue(event: string, type: string, connect: boolean): void {
    const { tables } = this.#sandbox;
    const settings = this.#sandbox.setting("webhooks");
    if (settings.mode === "off") return;
    for (const endpoint of tables.webhookEndpoints.all()) {
      if (endpoint.status !== "enabled" || !subscribed(endpoint.enabled_events, type)) continue;
      if (tables.endpointSecrets.get(endpoint.id).connect !== connect) continue;
      for (let copy = 0; copy <= settings.duplicates; copy += 1) {
        const notBefore = Date.now() + settings.delayMs + (settings.reorder ? this.#reorderMs() : 0);
        const id = newId("whd_");
        tables.deliveries.insert({
          id,
          event,
          type,
          endpoint: endpoint.id,
          status: "pending",
          notBefore,
          attempts: [],
        });
      }
    }
  }

  /** Looks for due deliveries soon; cheap to call after every change. */
  wake(): void {
    if (this.#stop.signal.aborted) return;
    this.#schedule(0);
  }

  /** Sends it again as a new try, whatever became of it before. */
  resend(id: string): void {
    const { tables } = this.#sandbox;
    tables.deliveries.get(id);
    tables.deliveries.update(id, { status: "pending", notBefore: Date.now() });
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    if (this.#timer) clearTimeout(this.#timer);
    await Promise.all(this.#inFlight.values());
  }

  #schedule(delayMs: number): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#pump(), delayMs);
  }

  #pump(): void {
    this.#timer = null;
    const settings = this.#sandbox.setting("webhooks");
    if (this.#stop.signal.aborted || settings.mode !== "on") return;
    const now = Date.now();
    const limit = settings.reorder ? 1 : CONCURRENCY;
    let next = Infinity;
    for (const delivery of this.#waiting(settings.reorder)) {
      if (this.#inFlight.size >= limit) return;
      if (this.#inFlight.has(delivery.id)) continue;
      if (delivery.notBefore <= now) this.#start(delivery);
      else next = Math.min(next, delivery.notBefore);
    }
    if (next < Infinity) this.#schedule(next - now);
  }

  #waiting(sorted: boolean): Iterable<Delivery> {
    const { deliveries } = this.#sandbox.tables;
    if (!sorted) return deliveries.each("status", "pending");
    return deliveries.where("status", "pending").sort((a, b) => a.notBefore - b.notBefore);
  }

  #start(delivery: Delivery): void {
    const sending = this.#send(delivery)
      .then((attempt) => this.#settle(delivery.id, attempt))
      .finally(() => {
        this.#inFlight.delete(delivery.id);
        this.wake();
      });
    this.#inFlight.set(delivery.id, sending);
  }

  async #send(delivery: Delivery): Promise<DeliveryAttempt> {
    const { tables } = this.#sandbox;
    const endpoint = tables.webhookEndpoints.find(delivery.endpoint);
    const event = tables.events.find(delivery.event);
    const started = Date.now();
    const attempt = { at: new Date(started).toISOString(), status: null, error: null, durationMs: 0 };
    if (!endpoint || !event) return { ...attempt, error: "The endpoint or the event is gone" };
    const apiVersion = endpoint.api_version ?? event.api_version;
    const body = JSON.stringify({ ...eventForApi(this.#sandbox, event), api_version: apiVersion });
    try {
      const response = await fetch(reachable(endpoint.url), {
        method: "POST",
        redirect: "manual",
        signal: AbortSignal.any([AbortSignal.timeout(TIMEOUT_MS), this.#stop.signal]),
        headers: {
          "content-type": "application/json; charset=utf-8",
          "user-agent": "Stripe/1.0 (+https://stripe.com/docs/webhooks)",
          "stripe-signature": signPayload(body, tables.endpointSecrets.get(endpoint.id).secret),
        },
        body,
      });
      await response.body?.cancel();
      return { ...attempt, status: response.status, durationMs: Date.now() - started };
    } catch (error) {
      return { ...attempt, error: reasonOf(error), durationMs: Date.now() - started };
    }
  }

  #settle(id: string, attempt: DeliveryAttempt): void {
    const { tables } = this.#sandbox;
    const delivery = tables.deliveries.find(id);
    // A try that our own stop cut off does not count: the next start sends it.
    if (!delivery || this.#stop.signal.aborted) return;
    const attempts = [...delivery.attempts, attempt];
    const accepted = attempt.status !== null && attempt.status >= 200 && attempt.status < 300;
    const pause = this.#delays[attempts.length - 1];
    this.#sandbox.run(BY_HAND, () => {
      if (accepted) tables.deliveries.update(id, { attempts, status: "delivered" });
      else if (pause === undefined) tables.deliveries.update(id, { attempts, status: "failed" });
      else tables.deliveries.update(id, { attempts, notBefore: Date.now() + pause });
    });
  }

  #reorderMs(): number {
    const now = Date.now();
    if (now - this.#window.start > REORDER_WINDOW_MS) this.#window = { start: now, count: 0 };
    this.#window.count += 1;
    const sendAt = this.#window.start + REORDER_WINDOW_MS - this.#window.count * REORDER_STEP_MS;
    return Math.max(0, sendAt - now);
  }
}

function subscribed(enabledEvents: string[], type: string): boolean {
  return enabledEvents.includes("*") || enabledEvents.includes(type);
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}
