import type { returns as english } from "./returns.en";
import type { Translated } from "./shape";

export const returns: Translated<typeof english> = {
  returned: {
    subject: "Teruggenomen: {amount}",
    heading: "We namen terug wat nog niet gebruikt was",
    from: {
      stripe_balance: "{amount} tegoed stond nog ongebruikt op je rekening, en is daar weer af.",
      promotion_code: "Je bedankcode van {amount} was nog niet gebruikt, en werkt niet meer.",
      free_month: "Je gratis maand, {amount} waard, was nog niet begonnen en is van je abonnement gehaald.",
      transfer: "{amount} stond nog op je account bij Stripe, en is daar weer vandaan.",
      points: "De punten die je voor {amount} had waren nog niet besteed, en zijn van je account af.",
      donation: "{amount} was ingezameld voor je goede doel en nog niet overgemaakt, en wordt niet overgemaakt.",
    },
    settled: "Daarmee is het vereffend: er gaat {amount} minder af van je volgende beloningen. Je hoeft nooit iets te betalen.",
    action: "Bekijk wat er gebeurde",
  },
  payoutFailed: {
    subject: "Je bank stuurde {amount} terug: kijk je gegevens even na",
    heading: "Je bank stuurde een betaling terug",
    failed: "We betaalden je {amount}, en je bank nam het niet aan. Het geld is van jou: het wacht op je account bij Stripe.",
    next: "Kijk daar je bankgegevens even na. Met de juiste gegevens betaalt Stripe het vanzelf uit.",
    waits: "Tot die tijd bewaren we je volgende beloningen voor je.",
    action: "Kijk je gegevens na",
  },
  payoutReturned: {
    subject: "Een betaling van {amount} kwam terug: we proberen het opnieuw",
    heading: "Een betaling aan jou kwam terug",
    came: "We betaalden je {amount}, en het kwam bij ons terug. Het blijft van jou.",
    next: "We kijken ernaar en betalen het opnieuw vanaf {retryAt}.",
    check: "Is je bankrekening veranderd? Laat het voor die tijd weten.",
    action: "Kijk je gegevens na",
  },
};
