import type { Translated } from "./shape";
import type { rewardRules as en } from "./reward-rules.en";

export const rewardRules: Translated<typeof en> = {
  title: "Waarvoor champions bedankt worden",
  lead: "Een bestelling levert iets op door één regel: de eerste die past. De regels worden gelezen van bijzonder naar algemeen: eerste bestellingen, dan verlengingen, dan elke bestelling; met voorwaarden vóór zonder. Een mijlpaal komt erbovenop: voor hoeveel vrienden kochten en bleven.",
  rule: "Regel {number}",
  another: "Regel {number} toevoegen",
  trigger: "Waarvoor",
  noTrigger: "Geen regel",
  months: "Maanden",
  monthsHint: "Voor latere bestellingen: geteld vanaf de eerste van de vriend. Leeg: voor altijd.",
  approval: "Anders goedgekeurd dan de rest",
  approvedHow: "Hoe dit wordt goedgekeurd",
  approvedHint: "Meteen is zonder wachten: voor een bestelling die terugkomt is dan al bedankt. De grenzen, en alles wat opviel, tellen ook hier.",
  asProgram: "Zoals gekozen voor het programma",
  only: "Alleen onder voorwaarden",
  fromFriend: "Vanaf de hoeveelste vriend",
  fromFriendHint: "3: voor de derde vriend die iemand meebrengt, en iedereen daarna. Van een mijlpaal: hoeveel vrienden ervoor nodig zijn.",
  least: "Vanaf welk bedrag",
  leastHint: "Betaald, zonder btw en verzending.",
  group: "Productgroep",
  groupHint: "Zoals je winkel of Stripe die noemt. Een percentage telt dan alleen over die producten.",
  capPerFriend: "Hoogstens voor één vriend",
  budget: "Hoogstens voor alle champions samen in 30 dagen",
  budgetHint: "Wat daarboven verdiend wordt, blijft bewaard als afgewezen, en de champion leest waarom. Leeg: geen grens.",
  occasion: {
    first_purchase: "Een eerste bestelling",
    every_purchase: "Elke bestelling",
    renewal: "Elke verlenging",
    milestone: "Mijlpaal: zoveel vrienden bleven",
    every_milestone: "Mijlpaal, steeds weer bij zoveel",
  },
};
