import type { questions as en } from "./questions.en";
import type { Translated } from "./shape";

/** The desk's questions: champions who saw nothing come of a recommendation and asked a person. */
export const questions: Translated<typeof en> = {
  title: "Vragen",
  lead: "Champions die niets van een aanbeveling zien komen. Ieder heeft een antwoord beloofd gekregen voor het uur dat je ziet.",
  kept: "{count, plural, =0 {Er is nog geen vraag beantwoord.} one {Het ene antwoord tot nu toe kwam {inTime, plural, =0 {na} other {voor}} het beloofde uur.} other {{inTime, number} van # antwoorden tot nu toe kwamen voor het beloofde uur.}}",
  views: "Welke vragen",
  waiting: "Wachten op antwoord",
  answered: "Beantwoord",
  empty: "Niemand wacht op antwoord",
  emptyLead: "Wat champions vragen staat hier, met bovenaan wat het eerst is beloofd.",
  emptyAnswered: "Er is nog niets beantwoord",
  promised: "Antwoord beloofd uiterlijk {at}",
  late: "Beloofd uiterlijk {at}, en dat is voorbij",
  about: { day: "Over {day}", unknown: "Over een dag die ze niet weten" },
  asked: "Gevraagd op {at} voor {program}, code {code}",
  place: "link “{label}”",
  happened: { link: "De vriend volgde de link", code: "De vriend typte de code", mouth: "Ze vertelden erover", other: "Er gebeurde iets anders" },
  found: "De pagina had gevonden",
  foundOf: {
    bought: "een verkoop die voor hen telt", not_eligible: "een bezoek dat niet telde", signed_up: "een aanmelding zonder betaling",
    waiting: "een gang naar de winkel zonder bestelling", expired: "een bezoek dat verlopen was", more: "meer van hetzelfde", not_joined: "een dag voordat ze meededen",
    paused: "dat ze pauzeerden", visits: "bezoeken die op de pagina bleven", uncounted: "bezoeken die niet in de cijfers tellen",
    no_code: "geen bestelling met de code", by_mouth: "dat vertellen geen spoor nalaat", nothing: "helemaal niets",
  },
  sales: "Verkopen van die dag",
  salesLately: "Verkopen van de 30 dagen ervoor",
  byHand: "Is een ervan van hen, dan kun je dat op de pagina van die verkoop met de hand zeggen voordat je antwoordt.",
  answer: "Je antwoord, in de taal van de champion ({language})",
  answerHint: "Ze lezen het zoals het er staat, in een mail en op hun pagina. Zeg nooit wie er kocht, of dat iemand klant is.",
  send: "Verstuur dit antwoord",
  done: "{name} heeft je antwoord per mail.",
  changed: "Iemand heeft deze al beantwoord.",
  own: "Dit is je eigen vraag; een collega beantwoordt die.",
  answeredOn: "Beantwoord op {at}",
};
