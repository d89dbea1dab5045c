import type { Translated } from "./shape";
import type { ask as en } from "./ask.en";

/** The desk asks a champion one thing about a reward that waits. */
export const ask: Translated<typeof en> = {
  title: "Vraag het de champion",
  pageTitle: "Vraag het {name}",
  lead: "Eén vraag over deze beloning, per mail en op de eigen pagina. Er zijn zeven dagen voor; het beloofde uur schuift mee, en dat wordt verteld.",
  language: "{name} leest {language}. De kant-en-klare vragen gaan in die taal.",
  ready: "Vraag dit",
  readyLabel: "Vraag dit: {question}",
  question: {
    acquaintance: "Hoe kwam het zo dat je ons deze keer aanbeval?",
    sharing: "Waar deel je je link of je code: met mensen die je kent, in een groep, op een eigen pagina, in een advertentie?",
    together: "Bestel je weleens samen met anderen, bijvoorbeeld thuis, bij een club of op het werk?",
    account: "Heb je pas iets aan je account veranderd, zoals je adres of hoe je wordt uitbetaald? Was jij dat zelf?",
  },
  own: "Vraag het in je eigen woorden",
  ownField: "Je vraag",
  ownHint: "In het {language}. Zeg niet wie de vriend is, wat die kocht of om welke controle het ging.",
  send: "Stuur de vraag",
  effect: "Vanaf dan beslist een mens; er wordt niets vanzelf goedgekeurd.",
  done: "Gevraagd. {name} kan antwoorden tot {until}.",
  asked: "{by} vroeg op {at}:",
  someone: "Een collega",
  waiting: "We wachten op het antwoord tot {until}. Eerder beslissen mag.",
  answered: "Beantwoord op {at}:",
  missed: "Er kwam binnen zeven dagen geen antwoord. Beslis met wat bekend is; tot dan telt een antwoord nog.",
  changed: "Deze beloning is intussen veranderd. Kijk er nog eens naar voor je iets vraagt.",
  before: "Over deze beloning is al iets gevraagd. Er is één vraag per beloning.",
  closed: "Hier valt niets meer te vragen: de beloning is beslist, of wacht op iets anders.",
  issue: {
    question: "Schrijf een vraag van 10 tot 300 tekens.",
    address: "Laat elk e-mailadres weg: we vragen om dat van niemand.",
    friend: "Laat het nummer van de vriend weg: de champion mag niet weten wie het is.",
  },
};
