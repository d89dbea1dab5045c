import type { refusalWords as english } from "./refusal-words.en";
import type { Translated } from "./shape";

export const refusalWords: Translated<typeof english> = {
  reward: "Deze bestelling levert geen beloning op onder de voorwaarden op de programmapagina. Toch bedankt dat je over ons hebt verteld.",
  counting: "We konden niet zien dat deze bestelling op tijd via jouw link of code kwam. Toch bedankt voor het delen.",
  own_purchases: "Dit lijkt een bestelling van jezelf, en daarvoor is er jouw eigen aanbod, dat minstens zoveel waard is.",
  new_recommendation: "Deze telde niet als een nieuwe aanbeveling. Je vriend houdt wat die gekregen heeft.",
  honest_sharing: "Deze bestelling kwam langs een weg die de voorwaarden uitsluiten, zoals een advertentie of een kortingssite. Delen met mensen die je kent, telt.",
  hold: "Deze bestelling stond aan het eind van de wachttijd niet meer.",
  refunds: "Deze bestelling is terugbetaald, dus er is niets meer om van te delen.",
  refusal: "We hebben hier goed naar gekeken en tellen deze niet mee. Zagen we iets over het hoofd, vertel het ons dan.",
  changes: "Het programma was al afgelopen toen deze bestelling werd gedaan. Wat je eerder verdiende, blijft van jou.",
  leaving: "Je was al gestopt met het programma toen deze bestelling werd gedaan. Wat je eerder verdiende, blijft van jou.",
  own: "Deze levert geen beloning op volgens het punt dat hier genoemd is. Zagen we iets over het hoofd, vertel het ons dan.",
};
