import Stripe from "stripe";
import { totalOf, type BasketLine } from "./basket";
import { CATALOGUE, type Product } from "./catalogue";
import { checkoutFields, type Recommendation } from "./recommendation";

export interface Order {
  lines: BasketLine[];
  recommendation: Recommendation;
  /** The address somebody is signed in with. */
  account: string | null;
  language: "nl" | "en";
}

/** Where to pay, or why the code cannot go with this order. */
export type Opened =
  | { url: string }
  | { refused: "codeUnknown" | "codePersonal" | "codeNotNow" }
  | { refused: "codeMinimum"; minimum: number };

/** The shop's side of Stripe: its catalogue, and a Checkout session per order. */
export class ShopCheckout {
  readonly #prices = new Map<string, string>();

  constructor(
    private readonly stripe: Stripe,
    private readonly shopUrl: string,
  ) {}

  /** Makes what is missing of the catalogue at Stripe; prices are found again by their lookup key. */
  async prepareCatalogue(): Promise<void> {
    const known = await this.stripe.prices.list({ lookup_keys: CATALOGUE.map(({ sku }) => sku), limit: 100 });
    for (const price of known.data) if (price.lookup_key) this.#prices.set(price.lookup_key, price.id);
    for (const product of CATALOGUE) {
      if (!this.#prices.has(product.sku)) this.#prices.set(product.sku, await this.#createPrice(product));
    }
  }

  async #createPrice(product: Product): Promise<string> {
    const price = await this.stripe.prices.create({
      currency: "eur",
      unit_amount: product.amount,
      lookup_key: product.sku,
      ...(product.monthly && { recurring: { interval: "month" } }),
      product_data: { name: product.name.en, metadata: { group: product.group } },
    });
    return price.id;
  }

  /** Opens a Checkout session for an order. */
  async open(order: Order): Promise<Opened> {
    const { lines, recommendation, account } = order;
    const customer = account === null ? null : await this.#customerOf(account);
    if (!recommendation.code) return { url: await this.#session(order, customer, null) };
    const promotion = await this.#promotionCode(recommendation.code);
    if (!promotion) return { refused: "codeUnknown" };
    if (promotion.customer && promotion.customer !== customer) return { refused: "codePersonal" };
    const minimum = promotion.restrictions.minimum_amount ?? 0;
    if (totalOf(lines) < minimum) return { refused: "codeMinimum", minimum };
    try {
      return { url: await this.#session(order, customer, promotion.id) };
    } catch (error) {
      const aboutTheCode = error instanceof Stripe.errors.StripeInvalidRequestError && error.param?.startsWith("discounts");
      if (aboutTheCode) return { refused: "codeNotNow" };
      throw error;
    }
  }

  async #session({ lines, recommendation, language }: Order, customer: string | null, promotion: string | null) {
    const subscription = lines.some(({ product }) => product.monthly);
    const { client_reference_id, metadata } = checkoutFields(recommendation);
    const session = await this.stripe.checkout.sessions.create({
      mode: subscription ? "subscription" : "payment",
      line_items: lines.map(({ product, quantity }) => ({ price: this.#prices.get(product.sku), quantity })),
      // Stripe takes either a code we apply or a field to type one.
      ...(promotion ? { discounts: [{ promotion_code: promotion }] } : { allow_promotion_codes: true }),
      // Codes for one customer work, and orders add up in one place, when the shop says who is buying.
      ...(customer && { customer }),
      client_reference_id,
      metadata,
      ...(subscription ? { subscription_data: { metadata } } : { payment_intent_data: { metadata } }),
      ...(!subscription && !customer && { customer_creation: "always" as const }),
      locale: language,
      success_url: `${this.shopUrl}/thanks`,
      cancel_url: `${this.shopUrl}/basket?cancelled=1`,
    });
    return session.url ?? this.shopUrl;
  }

  async #promotionCode(code: string): Promise<Stripe.PromotionCode | undefined> {
    const { data } = await this.stripe.promotionCodes.list({ code, active: true, limit: 1 });
    return data[0];
  }

  /** The customer of an address: the one we have known longest, or a new one. */
  async #customerOf(email: string): Promise<string> {
    const { data } = await this.stripe.customers.list({ email, limit: 100 });
    return (data.at(-1) ?? (await this.stripe.customers.create({ email }))).id;
  }
}
