import type { CodeRefusal } from "../actions/redeem-code";

export type Language = "nl" | "en";

const EN = {
  title: "Pay",
  test: "Test page: no money moves. Any test card number pays; 4000 0000 0000 0002 is declined.",
  order: "Your order",
  subtotal: "Subtotal",
  discount: "Discount",
  shipping: "Shipping",
  tax: "of which VAT",
  total: "Total today",
  perMonth: "then each month",
  email: "E-mail",
  name: "Name on card",
  code: "Promotion code",
  apply: "Apply",
  remove: "Remove",
  applied: "Applied",
  method: "Pay with",
  card: "Card",
  later: "Bank debit (the money arrives later)",
  cardNumber: "Card number",
  expiry: "Expiry (MM / YY)",
  cvc: "Security code (CVC)",
  pay: "Pay",
  subscribe: "Start the subscription",
  back: "Back to the shop",
  emailMissing: "Fill in an e-mail address, such as name@example.com.",
  cardInvalid: "This is not a complete card number. 4242 4242 4242 4242 always works here.",
  expiryInvalid: "Fill in a month and a year that are still to come, such as 12 / 34.",
  cvcInvalid: "Fill in the three digits, any will do.",
  closedTitle: "This payment page is closed",
  closedPaid: "This order has been paid already. Nothing more is needed.",
  closedExpired: "This order was not paid in time and is no longer open. Go back to the shop to start again.",
  declined: {
    insufficient_funds:
      "The card was declined: there is not enough money on it. Nothing was paid. Try another card.",
    expired_card: "The card was declined: it has expired. Nothing was paid. Try another card.",
    incorrect_cvc: "The card was declined: the security code is wrong. Nothing was paid.",
    other: "The card was declined by the bank. Nothing was paid. Try another card.",
  },
  refusal: {
    unknown: "We do not know this code. Check the letters, or pay without it.",
    inactive: "This code is no longer in use.",
    expired: "This code has expired.",
    used_up: "This code has been used as often as it may be.",
    not_first: "This code is for a first purchase only.",
    other_customer: "This code belongs to somebody else.",
    minimum: "This order is below the amount this code asks for.",
    other_currency: "This code is for another currency.",
  } satisfies Record<CodeRefusal, string>,
};

const NL: typeof EN = {
  title: "Betalen",
  test: "Testpagina: er gaat geen geld om. Elk testkaartnummer betaalt; 4000 0000 0000 0002 wordt geweigerd.",
  order: "Je bestelling",
  subtotal: "Subtotaal",
  discount: "Korting",
  shipping: "Verzending",
  tax: "waarvan btw",
  total: "Vandaag te betalen",
  perMonth: "daarna elke maand",
  email: "E-mailadres",
  name: "Naam op de kaart",
  code: "Kortingscode",
  apply: "Toepassen",
  remove: "Weghalen",
  applied: "Toegepast",
  method: "Betaal met",
  card: "Kaart",
  later: "Incasso (het geld komt later binnen)",
  cardNumber: "Kaartnummer",
  expiry: "Geldig tot (MM / JJ)",
  cvc: "Beveiligingscode (CVC)",
  pay: "Betaal",
  subscribe: "Start het abonnement",
  back: "Terug naar de winkel",
  emailMissing: "Vul een e-mailadres in, zoals naam@voorbeeld.nl.",
  cardInvalid: "Dit is geen volledig kaartnummer. 4242 4242 4242 4242 werkt hier altijd.",
  expiryInvalid: "Vul een maand en jaar in die nog komen, zoals 12 / 34.",
  cvcInvalid: "Vul de drie cijfers in, welke dan ook.",
  closedTitle: "Deze betaalpagina is gesloten",
  closedPaid: "Deze bestelling is al betaald. Je hoeft niets meer te doen.",
  closedExpired:
    "Deze bestelling is niet op tijd betaald en staat niet meer open. Begin opnieuw in de winkel.",
  declined: {
    insufficient_funds:
      "De kaart is geweigerd: er staat niet genoeg op. Er is niets betaald. Probeer een andere kaart.",
    expired_card: "De kaart is geweigerd: hij is verlopen. Er is niets betaald. Probeer een andere kaart.",
    incorrect_cvc: "De kaart is geweigerd: de beveiligingscode klopt niet. Er is niets betaald.",
    other: "De kaart is door de bank geweigerd. Er is niets betaald. Probeer een andere kaart.",
  },
  refusal: {
    unknown: "Deze code kennen we niet. Kijk de letters na, of betaal zonder code.",
    inactive: "Deze code is niet meer in gebruik.",
    expired: "Deze code is verlopen.",
    used_up: "Deze code is al zo vaak gebruikt als mag.",
    not_first: "Deze code is alleen voor een eerste aankoop.",
    other_customer: "Deze code is van iemand anders.",
    minimum: "Deze bestelling is lager dan het bedrag dat bij de code hoort.",
    other_currency: "Deze code is voor een andere munt.",
  },
};

export type PaymentTexts = typeof EN;

/** The session's own language wins; `auto` or none follows the browser. */
export function chooseLanguage(
  sessionLocale: string | null,
  accepted: (languages: string[]) => string | false,
): Language {
  const wish = sessionLocale && sessionLocale !== "auto" ? sessionLocale : accepted(["en", "nl"]);
  return wish && wish.startsWith("nl") ? "nl" : "en";
}

export function paymentTexts(language: Language): PaymentTexts {
  return language === "nl" ? NL : EN;
}
