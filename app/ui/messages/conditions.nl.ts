import type { Translated } from "./shape";
import type { conditions as en } from "./conditions.en";

export const conditions: Translated<typeof en> = {
  title: "De voorwaarden in cijfers",
  reward: "Waarvoor je bedankt wordt",
  rules: {
    when: {
      first_purchase: "Voor een eerste bestelling",
      every_purchase:
        "{months, plural, =0 {Voor elke bestelling} one {Voor elke bestelling in de eerste maand} other {Voor elke bestelling in de eerste # maanden}}",
      renewal:
        "{months, plural, =0 {Voor elke verlenging van een abonnement} one {Voor elke verlenging in de maand na de eerste bestelling} other {Voor elke verlenging in de # maanden na de eerste bestelling}}",
      signed_up: "Voor een vriend die zich aanmeldt",
      milestone: "{number, plural, one {Als een eerste vriend kocht en bleef} other {Als # vrienden kochten en bleven}}",
      every_milestone: "{number, plural, one {Voor elke vriend die kocht en bleef} other {Voor elke # vrienden die kochten en bleven}}",
    },
    forWhom: { friend: "voor de vriend", both: "voor champion en vriend elk" },
    share: "{percent} van wat betaald wordt",
    fromFriend: "vanaf de {number}e vriend",
    least: "vanaf {amount}",
    group: "voor {group}",
    approval: { hold_end: "vanzelf gegeven na het wachten", manual: "als een mens ernaar heeft gekeken", immediate: "meteen gegeven" },
    line: "{when}: {worth}",
    lineOnly: "{when}, {conditions}: {worth}",
  },
  goal: {
    title: "Waar je volgende vrienden toe leiden",
    until: "{have, number} van {asks, plural, one {# vriend} other {# vrienden}} tot {worth}",
  },
  wait: "Wanneer het van jou is",
  waitHold:
    "{days, plural, =0 {Zodra de bestelling betaald is, afgerond op het eind van een werkdag} one {# dag na de betaling, afgerond op het eind van een werkdag} other {# dagen na de betaling, afgerond op het eind van een werkdag}}",
  waitManual:
    "{days, plural, =0 {Als een mens ernaar heeft gekeken} one {# dag na de betaling, als een mens ernaar heeft gekeken} other {# dagen na de betaling, als een mens ernaar heeft gekeken}}",
  waitImmediate: "Meteen als de bestelling betaald is",
  keep: "Als er geen rekening is waar het vanaf kan",
  keepMonths:
    "{months, plural, one {# maand} other {# maanden}} voor je bewaard, dan vervalt het; 30 dagen ervoor schrijven we je",
  memory: "Hoe lang een klik telt",
  memoryDays: "{days, plural, one {# dag} other {# dagen}}",
  qualify: "De eerste bestelling moet volgen binnen",
  qualifyDays: "{days, plural, one {# dag} other {# dagen}}",
  qualifyNone: "Geen grens",
  model: "Als iemand de links van meer mensen gebruikte",
  first: "De eerste link telt",
  last: "De laatste link telt",
  minimum: "De kleinste bestelling die telt",
  minimumNone: "Elke bestelling die betaald is",
  minimumAmount: "{amount}, zonder btw",
  offerFrom: "De korting voor {type, select, affiliate {lezers} other {vrienden}}",
  offerFromAmount: "Op bestellingen vanaf {least}",
  cap: "Het meeste dat je in 30 dagen kunt krijgen",
  capPerFriend: "Het meeste dat je voor één vriend kunt krijgen",
  capNone: "Geen maximum",
  rail: "Hoe je het krijgt",
  stripe_balance: "Op je volgende rekening, vanzelf",
  free_month: "Als gratis maand van je abonnement",
  promotion_code: "Als eigen code voor je volgende bestelling",
  own_payout: "Door ons aan je uitbetaald",
  points: "Als punten, om een prijs mee te kiezen",
  donation: "Naar een doel dat jij kiest",
  gift: "Als cadeau dat iemand uitkiest en je toestuurt",
  transfer: "In geld, op je bankrekening",
  pointsRate: "In punten, per hele munteenheid",
  pointsRateOf: "{points, plural, one {één punt} other {# punten}}",
  payoutFrom: "Uitbetaald zodra er is",
  own: "Je eigen aanbod",
  ownAmount:
    "{offer} korting op een bestelling van jezelf: minstens zoveel waard als het aanbod voor {type, select, affiliate {lezers} other {vrienden}}",
};
