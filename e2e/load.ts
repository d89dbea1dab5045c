import type pg from "pg";
import { Chance } from "../prisma/seed/random";
import type { Product } from "./product";

/** What was answered with a success, by the id of what must therefore be there. */
interface Acknowledged {
  clicks: string[];
  payments: string[];
  approvals: string[];
}

const BROWSER = { "user-agent": "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/142.0 Safari/537.36", accept: "text/html" };
const KEY = { authorization: "Bearer sk_test_sandbox", "content-type": "application/x-www-form-urlencoded" };

/**
 * Friends who click and pay, and staff who approve, all at once and whatever breaks. A request that fails is forgotten;
 * one that was answered with a success is written down.
 */
export class Load {
  readonly acknowledged: Acknowledged = { clicks: [], payments: [], approvals: [] };
  readonly #chance: Chance;
  #running = true;
  #loops: Promise<void>[] = [];
  #token = "";

  private constructor(
    private readonly product: Product,
    private readonly pool: pg.Pool,
    seed: number,
    private readonly codes: string[],
    private readonly cookie: string,
  ) {
    this.#chance = new Chance(seed);
  }

  static async start(product: Product, pool: pg.Pool, seed: number): Promise<Load> {
    const { rows } = await pool.query<{ key: string }>(
      `select rc.key from referral_code rc join link l on l.id = rc.link_id join champion c on c.id = l.champion_id
         join program p on p.id = c.program_id where c.status = 'active' and p.slug = 'friends' and l.is_main limit 8`,
    );
    const signedIn = await fetch(`${product.url}/demo/sign-in`, {
      method: "POST",
      redirect: "manual",
      headers: { origin: product.url, "content-type": "application/x-www-form-urlencoded" },
      body: "key=approver",
    });
    const cookie = signedIn.headers.getSetCookie().map((line) => line.split(";")[0]).join("; ");
    const load = new Load(product, pool, seed, rows.map((row) => row.key), cookie);
    const clicking = () => load.#repeat(60, () => load.#click());
    load.#loops = [clicking(), clicking(), clicking(), load.#repeat(400, () => load.#pay()), load.#repeat(500, () => load.#approve())];
    return load;
  }

  /** A number from 0 up to, not including, `below`. */
  choose(below: number): number {
    return this.#chance.between(0, below - 1);
  }

  /** Lets the load run on for a while. */
  pause(leastMs: number, mostMs: number): Promise<void> {
    return new Promise((wake) => setTimeout(wake, this.#chance.between(leastMs, mostMs)));
  }

  async stop(): Promise<void> {
    this.#running = false;
    await Promise.all(this.#loops);
  }

  async #repeat(everyMs: number, act: () => Promise<void>): Promise<void> {
    while (this.#running) {
      await act().catch(() => undefined);
      await new Promise((wake) => setTimeout(wake, everyMs));
    }
  }

  async #click(): Promise<void> {
    const code = this.codes[this.choose(this.codes.length)];
    const address = `198.51.${this.choose(255)}.${this.choose(255)}`;
    const answer = await fetch(`${this.product.url}/r/${code}`, {
      redirect: "manual",
      headers: { ...BROWSER, "x-forwarded-for": address },
      signal: AbortSignal.timeout(5_000),
    });
    const token = new URL(answer.headers.get("location") ?? "/", this.product.url).searchParams.get("c");
    if (answer.status !== 302 || !token) return;
    this.#token = token;
    const clickId = token.split("-").find((part) => part.startsWith("clk_"));
    if (clickId) this.acknowledged.clicks.push(clickId);
  }

  async #pay(): Promise<void> {
    if (!this.#token) return;
    const form = new URLSearchParams({
      mode: "payment",
      "line_items[0][price_data][currency]": "eur",
      "line_items[0][price_data][unit_amount]": "8000",
      "line_items[0][price_data][product_data][name]": "Hand mill",
      "line_items[0][quantity]": "1",
      client_reference_id: this.#token,
      customer_creation: "always",
      success_url: "http://localhost/thanks",
    });
    const session = await fetch(`${this.product.stripe}/v1/checkout/sessions`, { method: "POST", headers: KEY, body: form });
    const { id } = (await session.json()) as { id: string };
    const number = this.acknowledged.payments.length;
    await fetch(`${this.product.stripe}/_control/pay`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ session: id, email: `kills${number}-${this.choose(1_000_000)}@post.example` }),
    });
    const paid = await fetch(`${this.product.stripe}/v1/checkout/sessions/${id}`, { headers: KEY });
    const { payment_intent } = (await paid.json()) as { payment_intent: string | null };
    if (payment_intent) this.acknowledged.payments.push(payment_intent);
  }

  async #approve(): Promise<void> {
    const { rows } = await this.pool.query<{ id: string; version: number }>(
      "select id, version from reward where status = 'pending' and due_minor > 0 order by created_at limit 1",
    );
    const reward = rows[0];
    if (!reward) return;
    const answer = await fetch(`${this.product.url}/desk/queue`, {
      method: "POST",
      redirect: "manual",
      headers: { origin: this.product.url, cookie: this.cookie, "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({ intent: "approve", place: "view=waiting", item: `${reward.id}:${reward.version}` }),
      signal: AbortSignal.timeout(5_000),
    });
    if (answer.headers.get("location")?.includes("approved=")) this.acknowledged.approvals.push(reward.id);
  }
}
