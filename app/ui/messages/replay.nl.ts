import type { replay as english } from "./replay.en";
import type { Translated } from "./shape";

export const replay: Translated<typeof english> = {
  title: "De laatste 90 dagen onder deze regels",
  ask: "Verander iets, of toon het voorbeeld: dan lees je hier wat de laatste 90 dagen gekost zouden hebben.",
  misfit: "De cijfers passen nog niet bij elkaar. Zodra ze passen, lees je hier wat de laatste 90 dagen gekost zouden hebben.",
  nothing: "Sinds {since} betaalde geen vriend, dus er valt niets te tellen.",
  more: "{amount} meer dan onder versie {number}, die nu geldt.",
  less: "{amount} minder dan onder versie {number}, die nu geldt.",
  same: "Evenveel als onder versie {number}, die nu geldt.",
  rule: "Regel",
  inForce: "Versie {number}, die nu geldt",
  rewards: "Beloningen",
  cost: "Kosten",
  sum: "Samen",
  cut: "De grenzen zouden {amount} hebben afgekapt.",
  refused:
    "{count, plural, one {# betaling voldeed} other {# betalingen voldeden}} aan geen voorwaarde, kwam boven een grens uit of werd afgewezen.",
  beside: "Dank voor aanmeldingen en mijlpalen komt hier bovenop: die is hier niet meegeteld.",
  how: "Hoe dit geteld is",
  howBody:
    "{payments, plural, one {De # betaling} other {Elk van de # betalingen}} van vrienden sinds {since} is opnieuw geteld onder deze regels, met elke terugbetaling tot nu toe. Niets is geschat. Wie wie aanbevolen heeft, en wat een controle of een mens heeft afgewezen, blijft zoals het was.",
  howVersions: "Beide kolommen tellen elke vriend, onder welke versie die ook gekoppeld is. Vrienden die al gekoppeld zijn, houden hun versie nadat je publiceert.",
};
