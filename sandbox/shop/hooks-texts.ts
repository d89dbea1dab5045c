import type { Language } from "./texts";

const nl = {
  title: "Wat Vouch ons vertelde",
  lead: "Elke gebeurtenis is ondertekend. We controleren de handtekening over de ruwe bytes, en wat we al kennen doen we niet nog eens.",
  deaf: "We hebben nog geen geheim om handtekeningen mee te controleren.",
  nothing: "Nog niets. Keur aan de balie een beloning goed, of stuur een voorbeeld.",
  verified: "gecontroleerd",
  times: "gecontroleerd, {times} keer aangekomen, één keer gedaan",
  closed: "De winkel is dicht voor gebeurtenissen: elke krijgt status 503 en komt later opnieuw.",
  outage: "Probeer een storing",
  close: "Even dicht",
  open: "Weer open",
  closeHint: "Dicht antwoordt de winkel 503. Aan de balie zie je de pogingen; weer open komt alles alsnog, onder dezelfde id.",
  secret: "Het geheim van het eindpunt",
  secretHint: "De balie laat het één keer zien, als je het eindpunt maakt of een nieuw geheim vraagt. Het begint met whsec_.",
  noSecret: "Dit is geen geheim. Het begint met whsec_ en wordt één keer aan de balie getoond.",
  save: "Bewaar het geheim",
};

const en: typeof nl = {
  title: "What Vouch told us",
  lead: "Every event is signed. We check the signature over the raw bytes, and what we know already is not done twice.",
  deaf: "We have no secret yet to check signatures with.",
  nothing: "Nothing yet. Approve a reward at the desk, or send a sample.",
  verified: "checked",
  times: "checked, arrived {times} times, done once",
  closed: "The shop is closed for events: each gets status 503 and comes again later.",
  outage: "Try an outage",
  close: "Close for a while",
  open: "Open again",
  closeHint: "Closed, the shop answers 503. The desk shows the attempts; once it is open everything arrives, under the same id.",
  secret: "The secret of the endpoint",
  secretHint: "The desk shows it once, when you make the endpoint or ask for a new secret. It begins with whsec_.",
  noSecret: "This is no secret. It begins with whsec_ and is shown once at the desk.",
  save: "Keep the secret",
};

export type HooksTextKey = keyof typeof nl;

export function hooksText(language: Language, key: HooksTextKey, values: Record<string, string> = {}): string {
  return Object.entries(values).reduce((text, [name, value]) => text.replaceAll(`{${name}}`, value), (language === "nl" ? nl : en)[key]);
}
