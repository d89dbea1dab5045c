import type { prizeDesk as english } from "./prize-desk.en";
import type { Translated } from "./shape";

export const prizeDesk: Translated<typeof english> = {
  title: "Prijzen",
  lead: "Wat champions met hun punten kozen. Verstuur het of geef het mee, en zeg het dan hier.",
  views: "Welke prijzen",
  waiting: "Te versturen",
  done: "Afgehandeld",
  saved: "Genoteerd, en de champion weet het.",
  changed: "Iemand handelde deze intussen af.",
  empty: "Niets hier",
  emptyLead: "Een prijs verschijnt hier zodra een champion hem kiest.",
  points: "{points, plural, one {één punt} other {# punten}}",
  since: "Gekozen op {date}",
  sentOn: "Onderweg sinds {date}",
  calledOffOn: "Afgezegd op {date}, punten teruggegeven",
  own: "Deze is van jou: iemand anders handelt hem af.",
  fetches: "Er is geen adres gegeven: hij wordt opgehaald.",
  note: "Een woord erbij",
  noteHint: "Het nummer van het pakje, of waar hij op te halen is. De champion leest het.",
  send: "{name} is onderweg",
  reason: "Waarom het niet doorgaat",
  reasonHint: "Een vriendelijke zin: de champion leest hem en heeft de punten terug.",
  callOff: "Zeg {name} af",
};
