import type { account as en } from "./account.en";
import type { Translated } from "./shape";

/** What mails say of signing in and of the account. */
export const account: Translated<typeof en> = {
  signInCode: {
    subject: "{code} is je inlogcode",
    heading: "Jouw inlogcode",
    type: "Typ deze code in het venster waar je erom vroeg. Hij werkt één keer, {minutes, plural, one {één minuut} other {# minuten}} lang.",
    orPress: "Of gebruik de knop. Die opent een pagina die je inlogt, in de browser waarin je erom vroeg.",
    action: "Open de inlogpagina",
    why: "Iemand, waarschijnlijk jij, vroeg {company} om een code voor dit adres. Was jij het niet? Laat deze mail dan liggen: zonder de code komt niemand binnen.",
  },
  emailChange: {
    old: {
      subject: "Je adres verandert op {day}: stop het als jij dit niet was",
      heading: "Er is een nieuw adres gevraagd",
      asked: "Iemand die als jou was ingelogd vroeg ons voortaan naar {address} te schrijven. We wachten tot {at}, om zeker te weten dat jij het was.",
      ifYou: "Was jij het? Dan hoef je niets te doen.",
      action: "Stop de wijziging",
    },
    new: {
      subject: "Bevestig je nieuwe adres",
      heading: "Bevestig je nieuwe adres",
      asked: "Je vroeg {company} voortaan naar dit adres te schrijven. Bevestig met de knop dat het van jou is.",
      when: "De wijziging gaat in op {at}. Je oude adres krijgt er ook bericht van.",
      action: "Bevestig dit adres",
      why: "Iemand vulde dit adres in bij een account van {company}. Was jij het niet? Laat deze mail dan liggen, er gebeurt niets.",
    },
  },
  emailChanged: {
    subject: "Je adres bij {company} is veranderd",
    heading: "Je adres is veranderd",
    changed: "Sinds {at} schrijven we naar {address}.",
    notYou: "Was jij dat niet? Antwoord op deze mail, dan helpt een mens je vandaag of de volgende werkdag.",
    action: "Bekijk je account",
  },
  payoutDetails: {
    subject: "Een andere bankrekening voor je beloningen: we betalen niets voor {day}",
    heading: "Een andere bankrekening voor je beloningen",
    changed: "Sinds {at} gaan beloningen van {company} naar een andere bankrekening dan eerst.",
    waits: "Om zeker te weten dat jij het was, betalen we er niets op uit tot {paidFrom}.",
    notYou: "Was jij het niet? Antwoord dan voor die tijd op deze mail, dan houdt iemand het tegen.",
    action: "Bekijk je account",
  },
  factor: {
    subject: {
      passkey_added: "Er is een passkey aan je account toegevoegd",
      passkey_removed: "Er is een passkey van je account verwijderd",
      totp_added: "Er is een authenticator-app aan je account toegevoegd",
      totp_removed: "De authenticator-app is van je account verwijderd",
    },
    changed: "Het gebeurde op {at}. Was jij dat, dan is alles goed.",
    notYou: "Was jij dat niet? Log in, maak het ongedaan en antwoord op deze mail.",
    action: "Bekijk hoe je inlogt",
  },
};
