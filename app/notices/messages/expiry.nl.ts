import type { expiry as english } from "./expiry.en";
import type { Translated } from "./shape";

export const expiry: Translated<typeof english> = {
  expiring: {
    subject: "Je {reward} blijft bewaard tot {day}",
    heading: "Je beloning wacht nog op je",
    waits: "Je verdiende {reward} door ons aan te bevelen. Het gaat van een rekening af, en je had bij ons nog geen rekening waar het vanaf kan.",
    until: "We bewaren het tot {until}. Bestel of verleng je daarvoor, dan gaat het er vanzelf af.",
    help: "Heb je een account bij ons onder een ander adres? Antwoord op deze mail, en een mens brengt het in orde.",
    action: "Bekijk je beloning",
  },
  expired: {
    subject: "Je {reward} is zo lang bewaard als het programma zegt, en is vervallen",
    heading: "Je beloning is vervallen",
    lapsed: "Je beloning van {reward} wachtte op een rekening waar hij vanaf kon, en die kwam er al die tijd niet.",
    told: "Hoe lang we een beloning bewaren, staat op de programmapagina, en we schreven je 30 dagen geleden.",
    help: "Hebben we iets gemist, zoals een account onder een ander adres? Antwoord op deze mail, en een mens kijkt opnieuw.",
    action: "Bekijk je beloning",
  },
};
