import Stripe from "stripe";
import { afterAll } from "vitest";
import { receiveStripeWebhook } from "~/commerce/receive-stripe-webhook.server";
import { connectStripe } from "~/journeys/connect-stripe.server";
import { takeInStripeEvent } from "~/journeys/take-in-stripe-event.server";
import { stripeClientFor, type StripeClient } from "~/platform/gateways/stripe.server";
import { discard, startTestSandbox, type TestSandbox } from "../../../sandbox/stripe/testing";
import type { TestDatabase } from "../test-database";

export interface Basket {
  email?: string;
  tokens?: string[];
  /** A promotion code typed at the checkout. */
  code?: string;
  amountMinor?: number;
  subscription?: boolean;
  customer?: string;
  /** Without one the payer stays a guest. */
  keepCustomer?: boolean;
  invoice?: boolean;
  settlesLater?: boolean;
  currency?: string;
  /** The number of the card; everybody's own when none is given. */
  card?: string;
}

/** A shop that sells through a stand-in for Stripe of this test file's own, connected to the product under test. */
export class TestShop {
  #seen = new Set<string>();

  constructor(
    readonly parts: TestDatabase,
    readonly sandbox: TestSandbox,
    readonly stripe: StripeClient,
    readonly secret: string,
  ) {}

  /** Sets the shop's and the product's clocks together. */
  async at(moment: Date | string): Promise<void> {
    this.parts.clock.set(moment);
    await this.sandbox.control("POST", "/clock", { setTo: this.parts.clock.now().toISOString() });
  }

  async later(by: Parameters<TestDatabase["clock"]["advance"]>[0]): Promise<void> {
    this.parts.clock.advance(by);
    await this.at(this.parts.clock.now());
  }

  /** Opens a checkout as a shop does: token in the reference, every token in the metadata. */
  async checkout(basket: Basket): Promise<Stripe.Checkout.Session> {
    const { tokens = [], amountMinor = 8_000, subscription = false, currency = "eur" } = basket;
    const metadata: Record<string, string> = tokens.length > 0 ? { vouch_tokens: tokens.slice(0, 2).join(",") } : {};
    return await this.stripe.checkout.sessions.create({
      mode: subscription ? "subscription" : "payment",
      line_items: [
        {
          quantity: 1,
          price_data: {
            currency, unit_amount: amountMinor, product_data: { name: "Coffee", metadata: { group: "coffee" } },
            ...(subscription && { recurring: { interval: "month" } }),
          },
        },
      ],
      success_url: "http://localhost:3003/thanks",
      metadata,
      allow_promotion_codes: true,
      ...(tokens[0] && { client_reference_id: tokens[0] }),
      ...(subscription && { subscription_data: { metadata } }),
      ...(basket.customer && { customer: basket.customer }),
      ...(!basket.customer && !subscription && (basket.keepCustomer ?? true) && { customer_creation: "always" }),
      ...(basket.invoice && { invoice_creation: { enabled: true } }),
    });
  }

  /** A whole purchase. @returns the completed session; the product has not heard of it yet */
  async buys(basket: Basket = {}): Promise<Stripe.Checkout.Session> {
    const { id } = await this.checkout(basket);
    const { session } = await this.sandbox.control<{ session: Stripe.Checkout.Session }>("POST", "/pay", {
      session: id,
      email: basket.email ?? "friend@example.test",
      ...(basket.code && { promotionCode: basket.code }),
      ...(basket.card && { card: basket.card }),
      ...(basket.settlesLater && { settlesLater: true }),
    });
    return session;
  }

  /** A promotion code of 10 % at the shop. */
  async offers(code: string): Promise<void> {
    const coupon = await this.stripe.coupons.create({ percent_off: 10, duration: "once" });
    await this.stripe.promotionCodes.create({ promotion: { type: "coupon", coupon: coupon.id }, code });
  }

  /** Events the product has not been told yet, oldest first. */
  async news(): Promise<Stripe.Event[]> {
    const events: Stripe.Event[] = [];
    for await (const event of this.stripe.events.list({ limit: 100 })) events.push(event);
    return events.reverse().filter(({ id }) => !this.#seen.has(id) && this.#seen.add(id));
  }

  /** Signs an event and posts it to the product's door. */
  async deliver(event: unknown): Promise<{ isNew: boolean }> {
    const payload = JSON.stringify(event);
    const signature = Stripe.webhooks.generateTestHeaderString({ payload, secret: this.secret });
    return await receiveStripeWebhook(Buffer.from(payload), signature, this.parts);
  }

  /** Runs the worker's job for every event in the inbox, oldest first. */
  async works(): Promise<void> {
    const { rows } = await this.parts.db.pool.query<{ id: string }>(
      "select id from inbox_event where status = 'received' and provider = 'stripe' order by received_at, id",
    );
    for (const { id } of rows) await takeInStripeEvent({ inboxEventId: id }, { ...this.parts, stripe: this.stripe });
  }

  /** Tells the product everything that happened, in this order, and lets it work. */
  async tells(order: (events: Stripe.Event[]) => Stripe.Event[] = (events) => events): Promise<void> {
    for (const event of order(await this.news())) {
      await this.deliver(event);
      await this.works();
    }
  }
}

/** Call it once, in `beforeAll`; it closes itself. */
export async function aShop(parts: TestDatabase): Promise<TestShop> {
  const sandbox = await startTestSandbox();
  afterAll(() => discard(sandbox));
  await sandbox.control("POST", "/webhooks", { mode: "off" });
  const stripe = stripeClientFor("sk_test_sandbox", sandbox.url);
  await connectStripe({ by: "system" }, { ...parts, stripe });
  const secret = sandbox.sandbox.tables.endpointSecrets.all()[0]?.secret ?? "";
  const shop = new TestShop(parts, sandbox, stripe, secret);
  await shop.at(parts.clock.now());
  return shop;
}
