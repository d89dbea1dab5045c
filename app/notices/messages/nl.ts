import { account } from "./account.nl";
import { expiry } from "./expiry.nl";
import { inquiry } from "./inquiry.nl";
import { points } from "./points.nl";
import { returns } from "./returns.nl";
import { rewards } from "./rewards.nl";
import { staff } from "./staff.nl";
import type { MailMessages } from "./shape";

export const mail: MailMessages = {
  greeting: { named: "Hoi {name},", nameless: "Hallo," },
  someone: { unnamed: "Iemand die jij tipte", initial: "{initial}., die jij tipte," },
  facts: { reward: "Jouw beloning", decisionBy: "Beslissing uiterlijk", link: "Jouw link", code: "Jouw code", worth: "Waard", until: "Geldig tot", left: "Wat van jou blijft", earned: "Je verdiende", open: "Nog open", tracking: "Nummer van het pakje" },
  footer: {
    why: "Waarom je dit krijgt:",
    stop: "Stop deze mails",
    choose: "Kies welke mails je krijgt",
    zone: "Tijden in deze mail zijn die van {zone}.",
    reply: "Vragen? Antwoord gewoon op deze mail, een mens leest het.",
  },
  why: {
    recommends: "Je beveelt {company} aan in “{program}”.",
    account: "Je hebt een account bij {company} en dit gaat over de veiligheid daarvan.",
    staff: "Je werkt aan de balie van {company}.",
  },
  welcome: {
    subject: "Welkom: jouw eigen link voor “{program}” is klaar",
    heading: "Jouw link is klaar",
    thanks: "Fijn dat je meedoet met “{program}”. Deze link is alleen van jou, net als de code.",
    own: "Er is ook iets voor jou: {offer} korting op een bestelling van jezelf. De code daarvoor staat op je pagina.",
    share: "Ken je één iemand die blij met ons zou zijn? Stuur de link, in je eigen woorden. Op je pagina zie je wat ervan komt.",
    action: "Naar je pagina",
    why: "Je doet mee met “{program}” van {company}.",
  },
  application: {
    why: "Je meldde je aan voor “{program}” van {company}.",
    received: {
      subject: "We hebben je aanmelding: antwoord uiterlijk {answerBy}",
      heading: "Je aanmelding is bij ons",
      promise: "Fijn dat je ons wilt aanbevelen. Een mens leest wat je schreef en je hebt uiterlijk {answerBy} antwoord.",
      wait: "Tot dan hoef je niets te doen.",
      action: "Bekijk je aanmelding",
    },
    accepted: {
      subject: "Je doet mee: welkom bij “{program}”",
      heading: "Je doet mee",
      thanks: "Dank je voor je aanmelding. We zijn blij dat je ons wilt aanbevelen.",
      next: "Op je pagina vind je je link en alles om te delen.",
      action: "Naar je pagina",
    },
    refused: {
      subject: "Je aanmelding voor “{program}”: deze keer niet",
      heading: "Deze keer niet",
      decided: "Een mens las je aanmelding en deze keer is het antwoord nee. {reason}",
      again: "Je bent vanaf {date} welkom om je opnieuw aan te melden.",
      disagree: "Denk je dat we iets hebben gemist? Antwoord op deze mail, een mens leest het.",
      action: "Bekijk je aanmelding",
    },
  },
  promiseLate: {
    subject: "Het duurt langer dan we zeiden: antwoord uiterlijk {newBy}",
    heading: "Het duurt langer dan we zeiden",
    about: {
      reward: "We beloofden je uiterlijk {firstBy} een besluit over je beloning, en dat halen we niet.",
      appeal: "We beloofden om opnieuw te kijken en je uiterlijk {firstBy} te antwoorden, en dat halen we niet.",
      question: "We beloofden je uiterlijk {firstBy} een antwoord op je vraag, en dat halen we niet.",
      application: "We beloofden je uiterlijk {firstBy} een antwoord op je aanmelding, en dat halen we niet.",
    },
    because: {
      nobody_yet: "De reden: een mens kijkt er zorgvuldig naar, en daar is nog niemand aan toegekomen. Aan jou ligt het niet.",
      second_person: "De reden: twee mensen moeten het eens zijn. De een is dat, de ander is er nog niet aan toegekomen.",
    },
    next: "Je hebt het uiterlijk {newBy}. Je hoeft niets te doen, en het spijt ons dat je moet wachten.",
    action: "Bekijk hoe het ervoor staat",
  },
  question: {
    received: {
      subject: "Een mens zoekt het uit: antwoord uiterlijk {answerBy}",
      heading: "Een mens zoekt het uit",
      promise: "Dank je dat je het vraagt. Een mens kijkt naar alles eromheen en je hebt uiterlijk {answerBy} antwoord.",
      action: "Bekijk je vraag",
    },
    answered: {
      subject: "Het antwoord op je vraag",
      heading: "Het antwoord op je vraag",
      action: "Bekijk je vraag",
    },
  },
  bundle: {
    subject: "{count, plural, one {Nieuws} other {# berichten}} over je aanbevelingen",
    heading: "Wat er van je aanbevelingen kwam",
    intro: "We schrijven je hooguit {perWeek, plural, one {één keer} =2 {twee keer} other {# keer}} per week, dus dit komt samen.",
    why: "Je beveelt {company} aan.",
    action: "Naar je pagina",
  },
  inquiry,
  ...account,
  ...expiry,
  ...points,
  ...returns,
  ...rewards,
  ...staff,
};
