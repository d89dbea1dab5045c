import type { Translated } from "./shape";
import type { site as english } from "./site.en";

export const site: Translated<typeof english> = {
  home: {
    title: "Vertel verder waar je blij mee bent",
    lead: "Bij {company} vertellen trouwe klanten het een vriend, en worden ze daar allebei voor bedankt.",
    programs: "Hier kun je meedoen",
    see: "Bekijk hoe het werkt",
    how: "Zo werkt het",
    step1: "Je doet in een minuut mee en krijgt een eigen link en een eigen code.",
    step2: "Je deelt ze met iemand die blij wordt van wat wij maken.",
    step3: "Koopt je vriend iets, dan zie je dat hier, met de dag en het uur van je bedankje.",
    soonTitle: "Hier opent het eerste programma",
    soonBody: "Zodra het loopt vind je het op deze pagina, met de voorwaarden in gewone woorden.",
    signIn: "Inloggen",
  },
  program: {
    happens: "Wat er gebeurt",
    paused:
      "Dit programma neemt even pauze. Er kan nu niemand bij; wat champions verdienden, blijft van hen.",
    ended:
      "Dit programma is afgelopen. Over beloningen die nog wachtten beslissen we nog, en we geven ze ook.",
    join: "Doe mee",
    apply: "Vraag of je mee mag doen",
    useInvitation: "Gebruik je uitnodiging",
    policy: {
      open: "Iedereen kan meedoen. Het kost een minuut en geen geld.",
      customers:
        "Voor onze klanten: log in met het adres waarmee je bestelt. Nog geen klant? Dan kun je vragen of je mee mag doen.",
      invitation: "Meedoen gaat hier op uitnodiging. Open de link in je uitnodiging om mee te doen.",
      invited: "Je bent uitgenodigd. Meedoen kost een minuut en geen geld.",
      application:
        "Vertel in een paar woorden waar je zou delen. Een mens leest het, en je ziet meteen wanneer je uiterlijk antwoord krijgt.",
    },
    example: {
      title: "Een voorbeeld",
      caption: "Eén bestelling, uitgerekend",
      line: "Wat",
      amount: "Bedrag",
      basket: "{type, select, affiliate {Een lezer bestelt voor} other {Je vriend bestelt voor}}",
      saves: "{type, select, affiliate {De korting} other {De korting, dankzij jou}}",
      pays: "{type, select, affiliate {De lezer betaalt} other {Je vriend betaalt}}",
      friendReward: "{type, select, affiliate {De lezer krijgt later} other {Je vriend krijgt later}}",
      reward:
        "{rail, select, free_month {Jij krijgt een gratis maand van} points {Jij krijgt punten voor een prijs, ter waarde van} donation {Jij geeft aan een doel} gift {Jij krijgt een cadeau van} transfer {Jij krijgt, in geld} own_payout {Jij krijgt uitbetaald} promotion_code {Jij krijgt, als code voor je volgende bestelling} other {Jij krijgt, op je volgende rekening}}",
      sentence:
        "{type, select, affiliate {Een lezer} other {Je vriend}} koopt voor {basket} en betaalt {pays}. {rail, select, free_month {Jij krijgt een gratis maand van {reward}} points {Jij krijgt punten voor een prijs, ter waarde van {reward}} donation {Jij geeft {reward} aan een doel} gift {Jij krijgt een cadeau van {reward}} transfer {Jij krijgt {reward} uitbetaald} own_payout {Jij krijgt {reward} uitbetaald} promotion_code {Jij krijgt {reward} korting op je volgende bestelling} other {Jij krijgt {reward} korting op je volgende rekening}}.",
      beforeTax: "Een percentage rekenen we over wat betaald is, zonder btw.",
    },
    values: "Waar {company} voor staat",
    terms: "De voorwaarden",
    termsVersion: "Versie {number}, sinds {date}",
    termsAlone: "De voorwaarden op een eigen pagina",
  },
  terms: {
    title: "Voorwaarden: {program}",
    version: "Versie {number}, gepubliceerd op {date}",
    current: "Dit is de versie die nieuwkomers aanvaarden.",
    superseded: "Op {date} kwam er een nieuwere versie. Deze telt nog voor wie haar heeft aanvaard.",
    others: "Andere versies",
    back: "Het programma",
  },
};
