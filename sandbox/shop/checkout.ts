import type Stripe from "stripe";
import type { BasketLine } from "./basket";
import { CATALOGUE, type Product } from "./catalogue";
import { checkoutFields, type Recommendation } from "./recommendation";

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

  /**
   * Opens a Checkout session for an order and answers where to pay.
   * @returns null when the code does not exist or may not be used any more
   */
  async open(lines: BasketLine[], recommendation: Recommendation, language: "nl" | "en"): Promise<string | null> {
    const subscription = lines.some(({ product }) => product.monthly);
    const promotion = recommendation.code ? await this.#promotionCode(recommendation.code) : undefined;
    if (recommendation.code && !promotion) return null;
    const { client_reference_id, metadata } = checkoutFields(recommendation);
    const session = await this.stripe.checkout.sessions.create({
      mode: subscription ? "subscription" : "payment",
      line_items: lines.map(({ product, quantity }) => ({ price: this.#prices.get(product.sku), quantity })),
      // Stripe takes either a code we apply or a field to type one.
      ...(promotion ? { discounts: [{ promotion_code: promotion }] } : { allow_promotion_codes: true }),
      client_reference_id,
      metadata,
      ...(subscription
        ? { subscription_data: { metadata } }
        : { customer_creation: "always", payment_intent_data: { metadata } }),
      locale: language,
      success_url: `${this.shopUrl}/thanks`,
      cancel_url: `${this.shopUrl}/basket?cancelled=1`,
    });
    return session.url;
  }

  async #promotionCode(code: string): Promise<string | undefined> {
    const { data } = await this.stripe.promotionCodes.list({ code, active: true, limit: 1 });
    return data[0]?.id;
  }
}
