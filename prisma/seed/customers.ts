import type Stripe from "stripe";
import { keepInboxEvent } from "~/commerce/keep-inbox-event.server";
import { STRIPE_EVENTS, subjectOf } from "~/commerce/stripe-events";
import { trackLead } from "~/journeys/track-lead.server";
import { processClock } from "~/platform/deps.server";
import type { SeedPerson } from "./people";
import type { Stage } from "./stage";

/** What a webhook endpoint of ours would be told. */
const SUBSCRIBED: ReadonlySet<string> = new Set(STRIPE_EVENTS);

interface Order {
  email: string;
  sku: string;
  quantity: number;
  token: string | null;
  code: string | null;
}

/** The shop's side of the story: customers, orders, refunds and renewals at the sandbox Stripe, told on as events. */
export class Customers {
  readonly #paymentOf = new Map<string, string>();
  readonly #subscriptionOf = new Map<string, string>();
  readonly #prices = new Map<string, string>();
  #toldUntil = 0;
  /** What was passed on at the last look. */
  #told: ReadonlySet<string> = new Set();

  constructor(private readonly stage: Stage) {}

  /** Somebody the shop knows: a customer at Stripe. */
  async becomeKnown({ email, firstName }: Pick<SeedPerson, "email" | "firstName">): Promise<void> {
    await this.stage.moveSandboxes();
    await this.stage.stripe.customers.create({ email, name: firstName });
    await this.passOnEvents();
  }

  async buy({ email, sku, quantity, token, code }: Order): Promise<void> {
    await this.stage.moveSandboxes();
    const { stripe } = this.stage;
    const monthly = sku === "monthly-1kg";
    const metadata: Record<string, string> = token ? { vouch_tokens: token } : {};
    const promotion = code ? (await stripe.promotionCodes.list({ code, active: true, limit: 1 })).data[0] : undefined;
    const session = await stripe.checkout.sessions.create({
      mode: monthly ? "subscription" : "payment",
      line_items: [{ price: await this.#priceOf(sku), quantity }],
      ...(promotion && { discounts: [{ promotion_code: promotion.id }] }),
      ...(token && { client_reference_id: token }),
      metadata,
      ...(monthly ? { subscription_data: { metadata } } : { customer_creation: "always", payment_intent_data: { metadata } }),
      success_url: "http://localhost/thanks",
    });
    await this.stage.control("stripe", "/_control/pay", { session: session.id, email, card: cardOf(email) });
    const paid = await stripe.checkout.sessions.retrieve(session.id);
    if (typeof paid.payment_intent === "string") this.#paymentOf.set(email, paid.payment_intent);
    if (typeof paid.subscription === "string") this.#subscriptionOf.set(email, paid.subscription);
    await this.passOnEvents();
  }

  /** The shop's server tells of an account that was made. */
  async signUp(email: string, token: string | null): Promise<void> {
    await trackLead({ clickId: token ?? "", eventName: "Account", externalId: `account-${email}`, email, organisationId: null, mode: "wait", rest: {} });
  }

  /** The number of a friend's payment at Stripe. */
  paymentOf(email: string): string {
    return this.#paymentOf.get(email) ?? "";
  }

  async refund(email: string, part: number): Promise<void> {
    const payment = this.#paymentOf.get(email);
    if (!payment) return;
    await this.stage.moveSandboxes();
    const { amount_received } = await this.stage.stripe.paymentIntents.retrieve(payment);
    await this.stage.stripe.refunds.create({ payment_intent: payment, amount: Math.round(amount_received * part) });
    await this.passOnEvents();
  }

  async renew(email: string): Promise<void> {
    const subscription = this.#subscriptionOf.get(email);
    if (!subscription) return;
    await this.stage.moveSandboxes();
    // The sandbox bills what fell due while its clock moved; only what it told us is passed on.
    await this.passOnEvents();
  }

  /** What Stripe's webhooks would have told meanwhile, read from its list of events, into the inbox. */
  async passOnEvents(): Promise<void> {
    const now = Math.floor(processClock().now().getTime() / 1000) + 1;
    const created = { gte: this.#toldUntil, lte: now };
    const events = await this.stage.stripe.events.list({ limit: 100, created }).autoPagingToArray({ limit: 10_000 });
    // What an event of a kind we act on by itself tells; the others would be put away unread.
    const telling = events.filter(({ type, data }) => SUBSCRIBED.has(type) && subjectOf(type, { ...data.object }));
    const fresh = telling.filter(({ id }) => !this.#told.has(id)).reverse();
    // Of the events about one payment the oldest has all there is read; the others find it known, and can go side by side.
    const firsts = new Map(fresh.filter(isOfPayment).reverse().map((event) => [customerOf(event), event]));
    const openings = new Set(firsts.values());
    for (const together of [[...openings], fresh.filter((event) => !openings.has(event))]) {
      await Promise.all(together.map((event) => this.#passOn(event)));
      await this.stage.quiet();
    }
    // The last second is asked for again: an event may still come in it.
    this.#told = new Set(telling.map(({ id }) => id));
    this.#toldUntil = now - 2;
  }

  async #passOn(event: Stripe.Event): Promise<void> {
    await keepInboxEvent({
      provider: "stripe",
      eventId: event.id,
      type: event.type,
      apiVersion: event.api_version,
      occurredAt: new Date(event.created * 1000),
      payload: Buffer.from(JSON.stringify(event)),
    });
  }

  async #priceOf(sku: string): Promise<string> {
    if (this.#prices.size === 0) {
      const { data } = await this.stage.stripe.prices.list({ limit: 100 });
      for (const price of data) if (price.lookup_key) this.#prices.set(price.lookup_key, price.id);
    }
    const price = this.#prices.get(sku);
    if (!price) throw new Error(`the shop sells no ${sku}`);
    return price;
  }
}

const isOfPayment = ({ type, data }: Stripe.Event) => subjectOf(type, { ...data.object })?.about === "payment";

function customerOf({ id, data: { object } }: Stripe.Event): string {
  return "customer" in object && typeof object.customer === "string" ? object.customer : id;
}

/** A card of their own for each friend, so that no two share a fingerprint: any number with a right check digit pays. */
function cardOf(email: string): string {
  const digits = `42424242${String(Number(/\d+/.exec(email)?.[0] ?? 0)).padStart(7, "0")}`;
  return digits + checkDigit(digits);
}

/** Luhn's check digit. */
function checkDigit(digits: string): string {
  const sum = [...digits].reverse().reduce((total, digit, i) => {
    const doubled = Number(digit) * (i % 2 === 0 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return String((10 - (sum % 10)) % 10);
}
