import type { errors as english } from "./errors.en";
import type { Translated } from "./shape";

export const errors: Translated<typeof english> = {
  reference: "Kenmerk voor hulp: {reference}",
  back: "Naar de startpagina",
  retry: "Probeer deze pagina opnieuw",
  page: {
    notFound: {
      title: "Deze pagina is hier niet",
      what: "Misschien is het adres veranderd, of hoort het bij een ander account.",
      kept: "Er is niets van jou veranderd.",
      next: "Kijk het adres na, of begin opnieuw op de eerste pagina.",
    },
    forbidden: {
      title: "Deze pagina hoort bij een andere rol",
      what: "Je bent ingelogd, maar dit account heeft hier geen toegang.",
      kept: "Er is niets veranderd.",
      next: "Vraag een eigenaar van het programma om toegang, of log in met een ander account.",
    },
    crossSite: {
      title: "Dit kwam niet van onze eigen pagina",
      what: "Een andere site, of een pagina die lang openstond, probeerde dit hierheen te sturen. Daarom hebben we het niet aangenomen.",
      kept: "Er is niets veranderd.",
      next: "Open de pagina hier opnieuw en verstuur het daarvandaan.",
    },
    conflict: {
      title: "Er veranderde iets terwijl je keek",
      what: "Iemand anders, of jijzelf in een ander venster, heeft dit al veranderd.",
      kept: "Je laatste klik deed niets, dus er is niets dubbel gedaan.",
      next: "Open de pagina opnieuw om te zien hoe het er nu voor staat.",
    },
    tooLarge: {
      title: "Dit is meer dan we aankunnen",
      what: "De tekst of het bestand is groter dan dit formulier aanneemt.",
      kept: "Er is niets opgeslagen; wat er stond, staat er nog.",
      next: "Ga terug, maak het kleiner en stuur het opnieuw.",
    },
    tooMany: {
      title: "Even pauze",
      what: "Er waren veel pogingen in korte tijd. Daarom rust deze pagina een paar minuten.",
      until:
        "Er waren veel pogingen in korte tijd. Over {minutes, plural, one {één minuut} other {# minuten}} kun je het opnieuw proberen.",
      kept: "Er is niets verloren.",
      next: "Probeer het daarna nog eens vanaf deze pagina.",
    },
    unavailable: {
      title: "We zijn er zo weer",
      what: "Een deel van de site start opnieuw op.",
      kept: "Alles wat op het scherm bevestigd was, is opgeslagen.",
      next: "Probeer deze pagina over één minuut opnieuw.",
    },
    badRequest: {
      title: "Dit konden we niet lezen",
      what: "Je browser stuurde iets dat deze pagina niet begrijpt.",
      kept: "Er is niets veranderd.",
      next: "Ga terug en probeer het nog eens vanaf de pagina zelf.",
    },
    unexpected: {
      title: "Dit ging bij ons mis",
      what: "Er ging iets stuk bij het maken van deze pagina. Het is voor ons opgeschreven.",
      kept: "Alles wat op het scherm bevestigd was, is opgeslagen.",
      next: "Probeer het opnieuw. Gebeurt het weer, stuur ons dan het kenmerk hieronder: dan kijkt er iemand naar.",
    },
  },
  form: {
    summary:
      "{count, plural, one {Eén ding vraagt nog om aandacht.} other {# dingen vragen nog om aandacht.}} Wat je typte, is bewaard.",
    unknownField: "Dit formulier bevat een veld dat we niet kennen. Open de pagina opnieuw en vul het nog eens in.",
  },
  field: {
    required: "Vul dit nog in.",
    notUnderstood: "Dit konden we niet lezen. Kijk nog eens hoe het geschreven is.",
    email: "Dit lijkt geen e-mailadres. Een voorbeeld: anna@example.com",
    url: "Dit lijkt geen webadres. Een voorbeeld: https://example.com",
    choose: "Kies een van de mogelijkheden.",
    tooSmall: {
      text: "Gebruik minstens {minimum, plural, one {# teken} other {# tekens}}.",
      number: "Vul {minimum, number} of meer in.",
      list: "Kies er minstens {minimum, number}.",
    },
    tooBig: {
      text: "Gebruik hoogstens {maximum, plural, one {# teken} other {# tekens}}.",
      number: "Vul {maximum, number} of minder in.",
      list: "Kies er hoogstens {maximum, number}.",
    },
  },
};
