import type { Translated } from "./shape";
import type { wireShop as en } from "./wire-shop.en";

/** The page that tells a developer how to wire a shop. */
export const wireShop: Translated<typeof en> = {
  title: "Koppel een winkel",
  lead: "Drie manieren, van helemaal geen code van ons tot een script op je pagina's. Alle regels hier draaien mee in onze tests.",
  arrival: "Een vriend die een aanbod neemt, komt op het adres van je winkel met ?vouch='<token>'&code='<CODE>' erachter. Bewaar ze allebei op je server, in de sessie: tot tien tokens, in de volgorde waarin ze kwamen. Browsers vergeten wat scripts bewaren.",
  paymentLink: "HTML, met een betaallink",
  stripe: {
    title: "Met alleen Stripe",
    lead: "Geef de tokens en de code mee aan de kassa van Stripe, voor een betaling of een abonnement. Stripe vertelt Vouch zelf over geld, terugbetalingen en betwistingen.",
    more: "Een code die bij de kassa wordt ingevuld is al genoeg. Het webhook-eindpunt maak je aan de balie, onder Instellingen, Koppeling.",
  },
  server: {
    title: "Vanaf je server",
    lead: "Vertel wat Stripe niet weet: wie zich aanmeldt, wat anders is betaald, wat terugkomt. Je hebt er een geheime sleutel voor nodig, uit Instellingen, Sleutels.",
    more: "Twee keer hetzelfde vertellen verandert niets. Elk antwoord zegt of er iemand voor wordt bedankt, en waarom niet.",
  },
  pages: {
    title: "Op je pagina's",
    lead: "Eén script groet een vriend met de naam van de champion en bewaart de claim. Het weegt minder dan een kilobyte, zet geen cookie en gooit niets in je pagina: wat niet lukt, is null.",
    more: "Het vraagt een open sleutel waar je adres bij staat en, bij een Content-Security-Policy, ons adres in script-src en connect-src. Zonder toestemming kent het alleen de pagina waarop het werd geopend: schrijf data-consent=\"granted\", of roep vouch.consent(true) aan, op elke pagina zodra je bezoeker ja zei.",
  },
  hear: {
    title: "Horen wat er gebeurt",
    lead: "Noem aan de balie een adres, onder Instellingen, Webhooks, en bewaar het geheim dat je daar één keer ziet in VOUCH_WEBHOOK_SECRET. Elke stap van een aanbeveling of beloning wordt daar binnen seconden bezorgd, en opnieuw tot je server 200 tot 299 antwoordt.",
    more: "Elk verzoek is ondertekend volgens Standard Webhooks: in webhook-signature staat een HMAC-SHA-256 over id, tijdstip en inhoud, met punten ertussen. Controleer hem over de ruwe bytes, en weiger wat ouder is dan vijf minuten. Tot 24 uur na een nieuw geheim zijn er twee handtekeningen, met een spatie ertussen. Elk van deze is een hele ontvanger.",
  },
  calls: {
    offer: "Wie je aanbeveelt, wat de vriend krijgt en wat de champion krijgt. Laat die laatste zin erbij zien.",
    claim: "De tik op je knop. Geef de code mee die je bezoeker intypte, of niets voor waar ze mee kwamen.",
    token: "Eén token, voor client_reference_id van Stripe: het eerste dat nog goed is.",
    tokens: "Allemaal, voor de metadata van Stripe.",
    lead: "Een naam voor alle tokens. Stuur hem mee met je aanmeldformulier; je server vertelt hem als clickId, of geeft hem aan Stripe als client_reference_id. Een pagina is niet te geloven over wie zich aanmeldt, dus noemt ze niemand.",
    consent: "Met true blijven de tokens 30 dagen in deze browser, met false gaan ze weg.",
  },
};
