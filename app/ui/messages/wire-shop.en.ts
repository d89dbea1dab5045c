/** The page that tells a developer how to wire a shop. */
export const wireShop = {
  title: "Wire a shop",
  lead: "Three ways, from no code of ours at all to a script on your pages. Each set of lines here is run by our tests.",
  arrival: "A friend who takes an offer comes to your shop's address with ?vouch='<token>'&code='<CODE>' at its end. Keep both on your server, in the session: up to ten tokens, in the order they came. Browsers forget what scripts keep.",
  paymentLink: "HTML, with a payment link",
  stripe: {
    title: "With Stripe alone",
    lead: "Hand the tokens and the code to Stripe's checkout, for a payment or a subscription. Stripe tells Vouch about the money, refunds and disputes by itself.",
    more: "A code that is typed at the checkout is enough on its own. In the desk, Settings, Integration makes the webhook endpoint.",
  },
  server: {
    title: "From your server",
    lead: "Tell what Stripe does not know: who signed up, what was paid some other way, what came back. It takes a secret key, from Settings, Keys.",
    more: "Telling the same thing twice changes nothing. Every answer says whether somebody is thanked for it, and why not.",
  },
  pages: {
    title: "On your pages",
    lead: "One script greets a friend by the champion's name and keeps the claim. It weighs less than a kilobyte, sets no cookie and throws nothing into your page: what cannot be had is null.",
    more: "It takes a publishable key that lists your origin, and, under a Content-Security-Policy, our origin in script-src and connect-src. Without consent it knows the page it was opened on and nothing else: say data-consent=\"granted\", or call vouch.consent(true), on each page once your visitor agreed.",
  },
  hear: {
    title: "To hear what happens",
    lead: "Name an address in the desk, under Settings, Webhooks, and keep the secret it shows once in VOUCH_WEBHOOK_SECRET. Each step of a recommendation or reward is posted there within seconds, and again until your server answers 200 to 299.",
    more: "Every request is signed after Standard Webhooks: webhook-signature holds an HMAC-SHA-256 over id, timestamp and body, with dots between them. Check it over the raw bytes, and refuse what is older than five minutes. For 24 hours after a new secret there are two signatures, with a blank between them. Each of these is a whole receiver.",
  },
  calls: {
    offer: "Who recommends you, what the friend gets, and what the champion gets. Show that last sentence with the others.",
    claim: "The tap on your button. Give it the code your visitor typed, or nothing for what they arrived with.",
    token: "One token, for Stripe's client_reference_id: the earliest that is still good.",
    tokens: "All of them, for Stripe's metadata.",
    lead: "A name for all tokens. Send it with your sign-up form; your server tells it as clickId, or hands it to Stripe as client_reference_id. A page cannot be believed about who signed up, so it names nobody.",
    consent: "With true the tokens stay for 30 days in this browser, with false they go.",
  },
} as const;
