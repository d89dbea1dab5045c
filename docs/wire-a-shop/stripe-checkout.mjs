// Stripe Checkout for a friend who was recommended. Node, with the package "stripe".

/**
 * @param stripe your Stripe client
 * @param friend what you kept of https://your-shop.example/?vouch=<token>&code=<CODE>: { tokens: [...], code }
 * @param order what is bought: { price, mode: "payment" or "subscription" }
 * @returns where to send the buyer
 */
export async function openCheckout(stripe, { tokens = [], code }, { price, mode = "payment" }) {
  // A metadata value has room for two tokens; at most ten count.
  const metadata = {};
  for (let i = 0; i < tokens.length; i += 2) {
    metadata[i === 0 ? "vouch_tokens" : `vouch_tokens_${i / 2 + 1}`] = tokens.slice(i, i + 2).join(",");
  }
  const [promotion] = code ? (await stripe.promotionCodes.list({ code, active: true, limit: 1 })).data : [];
  const session = await stripe.checkout.sessions.create({
    mode,
    line_items: [{ price, quantity: 1 }],
    success_url: "https://your-shop.example/thanks",
    ...(tokens[0] && { client_reference_id: tokens[0] }),
    metadata,
    // What Stripe tells about the payment later carries the tokens too.
    ...(mode === "subscription"
      ? { subscription_data: { metadata } }
      : { payment_intent_data: { metadata }, customer_creation: "always" }),
    // Either the friend's code comes off now, or there is a field to type one.
    ...(promotion ? { discounts: [{ promotion_code: promotion.id }] } : { allow_promotion_codes: true }),
  });
  return session.url;
}
