import type { gift as english } from "./gift.en";
import type { Translated } from "./shape";

export const gift: Translated<typeof english> = {
  title: "Je cadeau",
  toPage: "Bekijk je cadeau",
  worth: "Voor je aanbeveling is er een cadeau van ongeveer {amount}.",
  state: {
    address_needed: "Vertel ons waar het heen mag. We vragen het pas nu, alleen voor dit pakje.",
    to_be_sent: "We weten waar het heen mag. Iemand kiest iets voor je uit en stuurt het op; dan krijg je een mail.",
    sent: "{item} is verstuurd op {date}.",
    received: "{item} kwam bij je aan op {date}. We zijn je adres vergeten.",
    closed: "Er hoeft nu niets verstuurd te worden. De pagina van de beloning zegt waarom.",
  },
  tracking: "Nummer van het pakje",
  address: "Je postadres",
  addressHint: "Naam, straat en plaats, elk op een eigen regel. We vergeten het zodra je zegt dat het pakje er is, of 30 dagen nadat het is verstuurd.",
  save: "Stuur het hierheen",
  change: "Wijzig het adres",
  saved: "Dank je wel. We hebben het adres.",
  arrived: "Het is aangekomen",
  arrivedHint: "Dan vergeten we je adres meteen.",
  tooLate: "Het is net verstuurd, naar het adres dat je eerder gaf.",
  issue: {
    address: "Schrijf het hele adres op, in hoogstens 400 tekens.",
    lines: "Geef naam, straat en plaats elk een eigen regel.",
  },
};
