export type Language = "nl" | "en";

const nl = {
  shop: "Noorderlicht Koffie",
  claim: "Gebrand in Groningen, op dinsdag en donderdag.",
  add: "In je mandje",
  subscribe: "Abonnement nemen",
  perMonth: "per maand",
  basket: "Je mandje",
  emptyBasket: "Je mandje is nog leeg.",
  remove: "Weghalen",
  total: "Samen",
  pay: "Naar betalen",
  code: "Heb je een code van iemand?",
  codeHint: "Die trekken we bij het betalen af. Je kunt hem ook daar nog invullen.",
  back: "Verder winkelen",
  recommended: "Fijn dat je er bent. Je code {code} staat klaar en gaat er bij het betalen af.",
  thanks: "Dank je wel",
  thanksText: "Je betaling is gelukt. We branden je bestelling en je krijgt een mail van ons zodra hij op weg is.",
  champion: "Tevreden? Beveel ons aan bij iemand die van koffie houdt, dan bedanken we jullie allebei.",
  championLink: "Zo werkt het",
  cancelled: "Er is niets betaald. Je mandje staat er nog.",
  payProblem: "Betalen lukt nu even niet. Je mandje is bewaard; probeer het over een minuut opnieuw.",
  codeUnknown: "De code {code} kennen we niet of hij is al gebruikt. Kijk hem nog eens na, of laat het veld leeg.",
  codePersonal: "De code {code} is van iemand persoonlijk. Is hij van jou? Log dan eerst in bij Je account, met je eigen adres.",
  codeMinimum: "De code {code} geldt voor bestellingen vanaf {minimum}. Leg er nog iets bij, of laat het veld leeg.",
  codeNotNow: "De code {code} past niet bij deze bestelling, of je hebt al eens bij ons gekocht. Laat het veld leeg om zo te betalen.",
  account: "Je account",
  signIn: "Inloggen",
  signOut: "Uitloggen",
  signedIn: "Je bent ingelogd als {account}.",
  signInWhy: "Met je account herkennen we je, zodat een code die van jou alleen is werkt.",
  email: "E-mailadres",
  signInHint: "In deze demowinkel is een adres genoeg.",
  notFound: "Deze bladzijde is er niet.",
  other: "English",
};

const en: typeof nl = {
  shop: "Noorderlicht Coffee",
  claim: "Roasted in Groningen, on Tuesdays and Thursdays.",
  add: "Add to basket",
  subscribe: "Subscribe",
  perMonth: "a month",
  basket: "Your basket",
  emptyBasket: "Your basket is still empty.",
  remove: "Remove",
  total: "Together",
  pay: "Go to payment",
  code: "Do you have somebody's code?",
  codeHint: "We take it off when you pay. You can also type it there.",
  back: "Keep shopping",
  recommended: "Good to see you. Your code {code} is ready and comes off when you pay.",
  thanks: "Thank you",
  thanksText: "Your payment came through. We roast your order and mail you when it is on its way.",
  champion: "Happy? Recommend us to somebody who loves coffee, and we thank you both.",
  championLink: "How it works",
  cancelled: "Nothing was paid. Your basket is still here.",
  payProblem: "Paying does not work right now. Your basket is kept; try again in a minute.",
  codeUnknown: "We do not know the code {code}, or it was used already. Check it, or leave the field empty.",
  codePersonal: "The code {code} belongs to somebody in person. Is it yours? Then sign in first, at Your account, with your own address.",
  codeMinimum: "The code {code} is for orders of {minimum} or more. Add something, or leave the field empty.",
  codeNotNow: "The code {code} does not go with this order, or you have bought from us before. Leave the field empty to pay without it.",
  account: "Your account",
  signIn: "Sign in",
  signOut: "Sign out",
  signedIn: "You are signed in as {account}.",
  signInWhy: "With your account we know you, so that a code that is yours alone works.",
  email: "E-mail address",
  signInHint: "In this demo shop an address is enough.",
  notFound: "This page is not here.",
  other: "Nederlands",
};

const TEXTS = { nl, en };

export type TextKey = keyof typeof nl;

/** A text of the shop; `{code}` is filled in. */
export function text(language: Language, key: TextKey, values: Record<string, string> = {}): string {
  return TEXTS[language][key].replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? "");
}

/** Euro cents as people of that language write them. */
export function price(amount: number, language: Language): string {
  return new Intl.NumberFormat(language, { style: "currency", currency: "EUR" }).format(amount / 100);
}
