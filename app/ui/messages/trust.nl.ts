import type { Translated } from "./shape";
import type { trust as english } from "./trust.en";

export const trust: Translated<typeof english> = {
  settings: {
    title: "Controles van {program}",
    link: "Controles",
    lead: "Voor een bedankje wordt gegeven, vergelijken we elke verkoop met wat eromheen ligt. Hier kies je hoe nauwkeurig, en zie je hoe vaak elke controle gelijk had.",
    level: "Hoe nauwkeurig kijken",
    levelHint: "Het telt voor verkopen vanaf nu. Een niveau verschuift de getallen; waar een controle toe leidt blijft hetzelfde.",
    relaxed: "Ontspannen",
    moderate: "Gewoon",
    strict: "Streng",
    figures:
      "Kijkt naar wie binnen {seconds} seconden na het bezoek betaalt, naar meer dan {friends} vrienden in 24 uur, naar de eerste {rewards, plural, one {beloning} other {# beloningen}} en naar accounts jonger dan {days, plural, one {een dag} other {# dagen}}; houdt vast vanaf de {host}e vriend van één bedrijf, en als meer dan {back} van de eerdere beloningen is teruggenomen.",
    hosts: "Plekken waar vrienden niet vandaan mogen komen",
    hostsHint: "Bijvoorbeeld kortings- en cashbacksites; één host per regel. Alles onder een host telt ook. Zo'n verkoop wacht tot iemand beslist.",
    margin: "Wat je overhoudt van een bestelling zonder korting",
    marginHint: "In procenten, vóór korting en beloning. Is korting plus beloning samen meer, dan kijkt er iemand naar de verkoop. Laat het leeg om niets te vergelijken.",
    advice: "Als advies zien",
    adviceHint: "Een aangevinkte controle laat nog zien wat ze vindt, en houdt niets tegen.",
    none: "Nog niets gevonden.",
    record:
      "{found, plural, one {Eén gevonden} other {# gevonden}}: {right, plural, one {één} other {#}} terecht, {wrong, plural, one {één} other {#}} onterecht{appeals, plural, =0 {} one {, waarvan één na bezwaar} other {, waarvan # na bezwaar}}, {open, plural, one {één} other {#}} open.",
    precision: "Terecht in {share}.",
    annoys: "Tot nu toe was ze alleen lastig: we stellen voor haar als advies te zien.",
    others: "Controles die altijd tellen",
    othersLead: "Ze kijken naar gewone feiten, of naar het bedrag.",
    save: "Opslaan",
    saved: "Opgeslagen. Het telt voor verkopen vanaf nu.",
  },
  issue: {
    host: "Schrijf één host per regel, zoals kortingen.example.com.",
    tooManyHosts: "Hoogstens 200 hosts.",
  },
  case: {
    title: "De mensen, en zaken als deze",
    champion: "De champion",
    joined: "Lid sinds",
    record:
      "{friends, plural, one {Eén vriend} other {# vrienden}} in totaal. Andere beloningen: {kept, plural, one {één} other {#}} gebleven, {takenBack, plural, one {één} other {#}} teruggenomen, {refused, plural, one {één} other {#}} afgewezen.",
    friend: "De vriend",
    number: "Nummer bij de winkel: {number}",
    host: "Mailadres bij {host}; het adres zelf bewaren we niet.",
    since: "Bekend sinds",
    purchases: "{count, plural, one {Eén aankoop} other {# aankopen}} tot nu toe.",
    guest: "Kocht als gast; de winkel gaf geen nummer.",
    similar: "Om dezelfde reden betwijfeld, de laatste eerst",
    similarNone: "Tot nu toe niemand.",
    fate: { kept: "Goedgekeurd en gebleven", taken_back: "Later teruggenomen", refused: "Afgewezen", not_genuine: "Niet echt bevonden", waiting: "Nog niet beslist" },
  },
  refuse: {
    notGenuine: "Dit was geen echte aanbeveling",
    notGenuineHint: "Dan wordt met deze vriend ook later niets verdiend, en leest de champion dat iemand dat heeft vastgesteld. Laat het open als alleen een regel uit de voorwaarden is overtreden.",
  },
};
