import pg from "pg";
import Stripe from "stripe";
import { startWorker } from "~/jobs/start-worker.server";
import { processClock } from "~/platform/deps.server";
import { env } from "~/platform/env.server";

const QUIET_WITHIN_MS = 30_000;

/**
 * The stage on which the story is told: the database's clock, the two sandboxes' clocks, and a worker for the jobs. All
 * of it is the product's own machinery; only time is moved from outside.
 */
export class Stage {
  readonly stripe: Stripe;
  readonly #owner: pg.Client;
  /** A sandbox that was just made keeps real time. */
  #resendAheadMs = 0;
  #worker: { stop(): Promise<void> } | undefined;

  private constructor(
    ownerUrl: string,
    private readonly stripeBase: string,
    private readonly resendBase: string,
  ) {
    this.#owner = new pg.Client({ connectionString: ownerUrl });
    const { hostname, port } = new URL(stripeBase);
    this.stripe = new Stripe(env().STRIPE_SECRET_KEY, { host: hostname, port: Number(port), protocol: "http" });
  }

  /** Sets every clock to the story's beginning and lets the jobs run. */
  static async open(ownerUrl: string, beginning: Date): Promise<Stage> {
    const { STRIPE_API_BASE, RESEND_BASE_URL } = env();
    if (!STRIPE_API_BASE || !RESEND_BASE_URL) throw new Error("the story is told on the sandboxes only");
    const stage = new Stage(ownerUrl, STRIPE_API_BASE, RESEND_BASE_URL);
    await stage.#owner.connect();
    await stage.control("stripe", "/_control/webhooks", { mode: "off" });
    await stage.control("resend", "/_control/webhooks", { paused: true });
    await stage.#setDatabaseClock(beginning);
    await stage.#moveSandboxes(beginning);
    await stage.#owner.query("select clicks.ensure_partitions($1, now() + interval '3 months')", [beginning]);
    stage.#worker = await startWorker(env().DATABASE_URL_WORKER);
    return stage;
  }

  /** Moves every clock forward to a moment; a moment that is past already changes nothing. */
  async moveTo(at: Date): Promise<void> {
    const ms = at.getTime() - processClock().now().getTime();
    if (ms <= 0) return;
    await this.#owner.query("select platform.move_clock(make_interval(secs => $1 / 1000.0))", [ms]);
    await processClock().refresh();
  }

  /** When the next hold ends that nobody has looked at yet; null when none runs. */
  async nextHoldEnd(): Promise<Date | null> {
    const { rows } = await this.#owner.query<{ at: Date | null }>(
      "select min(hold_ends_at) as at from reward where hold_ends_at > app_now() and status in ('pending', 'approved')",
    );
    return rows[0]?.at ?? null;
  }

  /** The sandboxes follow only where something happens there. */
  async moveSandboxes(): Promise<void> {
    await this.#moveSandboxes(processClock().now());
  }

  /** Resolves when no job waits that could run now. @throws Error when they do not come to an end */
  async quiet(): Promise<void> {
    const deadline = Date.now() + QUIET_WITHIN_MS;
    for (;;) {
      const { rows } = await this.#owner.query<{ waiting: number }>("select jobs.waiting() as waiting");
      if (!rows[0]?.waiting) return;
      if (Date.now() > deadline) throw new Error(`${rows[0].waiting} jobs still wait after ${QUIET_WITHIN_MS / 1000} s`);
      await new Promise((wake) => setTimeout(wake, 6));
    }
  }

  /** Ends the story: real time again, webhooks flow. */
  async close(): Promise<void> {
    await this.quiet();
    await this.#worker?.stop();
    await this.#owner.query("update platform.clock_offset set ahead_by = '0'");
    await this.#owner.query("select pg_notify('vouch_clock', '')");
    await this.#moveSandboxes(new Date());
    await this.control("stripe", "/_control/webhooks", { mode: "on" });
    await this.control("resend", "/_control/webhooks", { paused: false });
    await this.#owner.end();
  }

  /** A call to a sandbox's control API. */
  async control(sandbox: "stripe" | "resend", path: string, body: object): Promise<unknown> {
    const answer = await fetch((sandbox === "stripe" ? this.stripeBase : this.resendBase) + path, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${sandbox} sandbox: ${path} answered ${answer.status} ${await answer.text()}`);
    return answer.json().catch(() => null);
  }

  async #setDatabaseClock(at: Date): Promise<void> {
    await this.#owner.query("update platform.clock_offset set ahead_by = $1::timestamptz - clock_timestamp()", [at]);
    await processClock().refresh();
  }

  async #moveSandboxes(at: Date): Promise<void> {
    const aheadMs = at.getTime() - Date.now();
    await Promise.all([
      this.control("stripe", "/_control/clock", { setTo: at.toISOString() }),
      this.control("resend", "/_control/clock", { advanceMs: aheadMs - this.#resendAheadMs }),
    ]);
    this.#resendAheadMs = aheadMs;
  }
}
