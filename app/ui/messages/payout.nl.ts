import type { payout as english } from "./payout.en";
import type { Translated } from "./shape";

export const payout: Translated<typeof english> = {
  title: "Uitbetaald worden",
  lead: "Beloningen van dit programma komen op je bankrekening.",
  toPage: "Bekijk waar het heen gaat",
  state: {
    payout_details_missing: "We weten nog niet waar je beloningen heen mogen. Tot die tijd bewaren we ze voor je.",
    identity_check: "Stripe bekijkt je gegevens. Dat duurt meestal een paar minuten; zodra het klaar is, betalen we uit.",
    payout_details_changed: "Er is een andere bankrekening opgegeven. Om zeker te weten dat jij het was, betalen we daar niets op uit tot {until}.",
    payout_failed: "Je bank stuurde de laatste betaling terug. Die wacht op je account bij Stripe: zet daar je bankgegevens recht. Tot die tijd bewaren we je beloningen voor je.",
    ready: "Alles is in orde: beloningen gaan naar je rekening die eindigt op {last4}.",
  },
  whereTitle: "Je bankrekening",
  where: "Stripe betaalt voor ons en vraagt je zelf om je gegevens. Je bankgegevens blijven daar: wij zien alleen de laatste tekens van het nummer.",
  begin: "Zeg waar het heen mag",
  change: "Bekijk of wijzig het bij Stripe",
  goOn: "Verder bij Stripe",
  unreachable: "Stripe gaf net geen antwoord. Er is niets veranderd; probeer het over een minuut nog eens.",
  sumTitle: "Wat klaarstaat",
  ready: "{amount} is goedgekeurd en staat klaar om uitbetaald te worden.",
  missing: "Er ontbreekt nog {missing}: vanaf {minimum} betalen we uit, alles samen.",
  minimum: "We betalen uit vanaf {minimum}, alles samen.",
};
