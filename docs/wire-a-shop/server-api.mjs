// What your server tells Vouch when Stripe does not. Node 20, nothing to install.
const VOUCH = process.env.VOUCH_URL; // https://champions.example.com
const KEY = process.env.VOUCH_SECRET_KEY; // a secret key with the scope "track"

/** Somebody signed up. `token` is what came with ?vouch=, or what vouch.lead() gave your page. */
export const signedUp = (customer, token) =>
  tell("lead", { clickId: token, eventName: "Sign up", customerExternalId: customer });

/** Somebody paid, in cents. The same invoice told twice counts once. */
export const sold = (customer, cents, invoice) =>
  tell("sale", { customerExternalId: customer, amount: cents, currency: "eur", invoiceId: invoice });

/** All of it came back; add `amount` when it was only a part. */
export const refunded = (invoice) => tell("refund", { refundId: `${invoice}-back`, saleInvoiceId: invoice });

async function tell(what, facts) {
  const answer = await fetch(`${VOUCH}/api/v1/track/${what}`, {
    method: "POST",
    headers: { Authorization: `Bearer ${KEY}`, "Content-Type": "application/json" },
    body: JSON.stringify(facts),
  });
  if (!answer.ok) throw new Error(`Vouch: ${await answer.text()}`);
  return await answer.json();
}
