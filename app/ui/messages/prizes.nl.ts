import type { prizes as english } from "./prizes.en";
import type { Translated } from "./shape";

export const prizes: Translated<typeof english> = {
  title: "Punten en prijzen",
  have: "Je hebt {points, plural, one {één punt} other {# punten}}.",
  toPage: "Kies een prijs met je punten",
  choose: "Kies een prijs",
  none: "Er is nu geen prijs om te kiezen. Je punten blijven van jou.",
  which: "Prijzen",
  costs: "{name}: {points, plural, one {één punt} other {# punten}}",
  left: "{count, plural, one {nog één} other {nog #}}",
  missing: "nog {points, plural, one {één punt} other {# punten}} te gaan",
  address: "Waar mag het heen?",
  addressHint: "Naam, straat en plaats, zoals op een pakje. Laat het leeg als je het ophaalt. Alleen wie het verstuurt ziet het, en 30 dagen later is het weg.",
  take: "Neem deze prijs",
  chosen: "Hij is van jou. We schrijven je zodra hij onderweg is.",
  yours: "Wat je koos",
  state: { waiting: "Gekozen op {date}; we zijn ermee bezig", sent: "Onderweg sinds {date}", called_off: "Afgezegd op {date}; je punten zijn terug" },
  refused: {
    prize_gone: "Deze prijs is er niet meer. Kies een andere.",
    prize_out: "Iemand nam net de laatste. Kies een andere.",
    too_few_points: "Je hebt nog niet genoeg punten voor deze prijs.",
  },
};
