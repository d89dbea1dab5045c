import type { gifts as english } from "./gifts.en";
import type { Translated } from "./shape";

export const gifts: Translated<typeof english> = {
  title: "Cadeaus",
  lead: "Kies iets uit, stuur het op en zeg wat het is: de champion leest jouw woorden.",
  views: "Welke cadeaus",
  waiting: "Te versturen",
  sent: "Verstuurd",
  empty: "Niets te versturen",
  emptyLead: "Een cadeau verschijnt hier zodra de champion heeft gezegd waar het heen mag.",
  emptySent: "Er is nog niets verstuurd",
  worth: "Waarde {amount}",
  since: "Adres gegeven op {date}",
  item: "Wat je verstuurt",
  itemHint: "Zoals de champion het leest, in hun taal.",
  tracking: "Nummer van het pakje",
  send: "Het is onderweg",
  done: "Genoteerd, geboekt en aan {name} verteld.",
  own: "Dit is voor jou: iemand anders stuurt het op.",
  changed: "Dit cadeau is intussen verstuurd of tegengehouden. Zo staat het ervoor.",
  sentOn: "{item}, verstuurd op {date}",
  received: "aangekomen op {date}",
  reward: "De beloning",
};
