import type { staff as en } from "./staff.en";
import type { Translated } from "./shape";

/** What mails to staff say. */
export const staff: Translated<typeof en> = {
  digest: {
    subjectLate: "{late, plural, one {Eén belofte is te laat} other {# beloften zijn te laat}}, {all, plural, one {er wacht één beslissing} other {er wachten # beslissingen}}",
    subject: "{all, plural, one {Er wacht één beslissing} other {Er wachten # beslissingen}}, de eerste uiterlijk {first}",
    heading: "Wat er aan de balie wacht",
    late: "Beloofd en te laat",
    next: "Hierna beloofd",
    subjectFailing: "{count, plural, one {Een webhook-eindpunt hoort niets} other {# webhook-eindpunten horen niets}}",
    failing: "Webhooks die niet aankomen",
    actionFailing: "Open de webhooks",
    endpoint: "{host}: sinds {since} kwam er niets aan",
    more: "{count, plural, one {En nog één in de wachtrij.} other {En nog # in de wachtrij.}}",
    item: { reward: "Beloning voor {name}, beloofd uiterlijk {at}", application: "Aanmelding van {name}, beloofd uiterlijk {at}", appeal: "Bezwaar van {name}, beloofd uiterlijk {at}", question: "Vraag van {name}, beloofd uiterlijk {at}" },
    counts: {
      reward: "{count, plural, =0 {Geen beloningen} one {Eén beloning} other {# beloningen}}",
      application: "{count, plural, =0 {geen aanmeldingen} one {één aanmelding} other {# aanmeldingen}}",
      appeal: "{count, plural, =0 {geen bezwaren} one {één bezwaar} other {# bezwaren}}",
      question: "{count, plural, =0 {geen vragen} one {één vraag} other {# vragen}}",
      sentence: "{rewards}, {applications}, {appeals} en {questions} wachten op een mens.",
    },
    action: "Open de wachtrij",
  },
  staffWelcome: {
    subject: "De balie van {company} staat voor je open",
    heading: "Jouw plek aan de balie",
    added: "Je kunt nu inloggen bij de balie van {company}, met het adres waarop je deze mail kreeg.",
    how: "We mailen je een code van acht cijfers. De eerste keer stel je ook een passkey of een authenticator-app in; dat kost twee minuten.",
    action: "Log in bij de balie",
    why: "Een eigenaar van {company} gaf dit adres toegang tot de balie. Weet je niet waarom? Laat deze mail dan liggen, of antwoord en vraag het.",
  },
  webhookTrouble: {
    gone: {
      subject: "We vertellen {host} niet meer wat er gebeurt",
      heading: "Het eindpunt bij {host} staat uit",
      why: "{host} antwoordde dat er op dit adres niemand meer luistert (status 410), dus daar gaat nu niets heen.",
      next: "Luistert het weer? Zet het dan aan en laat de gemiste dagen opnieuw sturen; we bewaren gebeurtenissen 30 dagen.",
    },
    failing: {
      subject: "We vertellen {host} niet meer wat er gebeurt",
      heading: "Het eindpunt bij {host} staat uit",
      why: "Drie dagen lang kwam niets van wat we naar {host} stuurden aan, dus daar gaat nu niets heen.",
      next: "Bekijk de antwoorden, herstel het daar, zet het aan en laat de gemiste dagen opnieuw sturen; we bewaren gebeurtenissen 30 dagen.",
    },
    given_up: {
      subject: "Gebeurtenissen kwamen niet aan bij {host}",
      heading: "Van een paar gebeurtenissen hebben we het opgegeven",
      why: "We probeerden in 28 uur acht keer om {host} over een gebeurtenis te vertellen, en het nam die niet aan. Het eindpunt blijft aan; latere gebeurtenissen proberen we ook.",
      next: "Bekijk de antwoorden, herstel het daar en stuur de gebeurtenissen opnieuw; we bewaren ze 30 dagen.",
    },
    action: "Bekijk wat er geantwoord werd",
  },
  test: {
    subject: "Het werkt: een testmail van {company}",
    heading: "Mail werkt",
    seen: "Zo zien mails van {company} eruit: jullie naam, jullie kleur, jullie adres onderaan.",
    reply: "Antwoord er één keer op om te zien waar antwoorden aankomen.",
    action: "Terug naar de instellingen",
  },
};
