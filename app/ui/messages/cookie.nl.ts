import type { Translated } from "./shape";
import type { cookie as en } from "./cookie.en";

export const cookie: Translated<typeof en> = {
  rule: {
    title: "Cookie voor vrienden",
    on_claim: "Eén, als de vriend op de knop drukt",
    on_claimHint: "De tik zet hem voor zolang een klik telt, hoogstens 30 dagen.",
    off: "Geen",
    offHint: "Alleen de link draagt de aanbeveling.",
    consent: "Alleen met toestemming van de vriend",
    consentHint: "De pagina toont een vakje dat niet is aangevinkt: met vinkje één cookie zolang een klik telt, tot 90 dagen, zonder vinkje geen, en het aanbod krijgt de vriend hoe dan ook.",
    affiliate_only: "Eén, zodra een lezer de pagina opent",
    affiliate_onlyHint: "Voor affiliateprogramma's, waar de wet van je land er geen toestemming voor vraagt: hoogstens 30 dagen.",
    affiliateOnly: "Alleen een affiliateprogramma mag de cookie zetten voordat iemand op de knop drukte.",
  },
  domain: {
    label: "Domein dat winkel en portaal delen",
    hint: "Leeg: de cookie van een vriend is alleen van dit portaal. Met een domein boven beide, zoals example.com, leest de server van je winkel hem ook, en elke andere host eronder kan dat.",
    notOwn: "Vul een domein van jezelf in, zoals example.com.",
    portalElsewhere: "Dit portaal staat niet onder dat domein, dus geen browser zou de cookie bewaren. Vul er een in dat boven beide staat, of laat het leeg.",
    shopElsewhere: "De winkel staat niet onder dat domein, dus die kan de cookie niet lezen. Vul er een in dat boven beide staat, of laat het leeg.",
  },
  landing: {
    remember: "Onthoud op dit apparaat, {days, plural, one {één dag} other {# dagen}} lang en met één cookie, dat iemand me deze winkel aanraadde.",
    rememberHint: "Je krijgt het aanbod hoe dan ook.",
    data: "Als je tikt, onthouden we {days, plural, one {één dag} other {# dagen}} dat je via {name} kwam, met een nummer in het adres{rule, select, on_claim { en één cookie} consent { en, als je het vakje aanvinkt, één cookie} affiliate_only { en één cookie, die deze pagina heeft gezet} other {}}; je naam en wat je doet blijven van jou.",
    kept: "Deze browser onthoudt een aanbeveling.",
    forget: "Vergeet het hier",
  },
};
