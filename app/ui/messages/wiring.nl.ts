import type { Translated } from "./shape";
import type { wiring as en } from "./wiring.en";

export const wiring: Translated<typeof en> = {
  keys: {
    title: "Sleutels",
    lead: "Twee soorten: een geheime voor je server en een open voor je pagina's. De een doet het werk van de ander niet.",
    server: "Voor je server",
    serverLead: "Een geheime sleutel vertelt ons over klanten en aankopen. Bewaar hem op de server: een aanroep ermee vanuit een webpagina weigeren we.",
  },
  pageKeys: {
    title: "Voor je pagina's",
    lead: "Een open sleutel staat in je pagina's, waar iedereen hem kan lezen. Hij laat het aanbod van een champion zien en bewaart een claim, op de adressen die je hier noemt en nergens anders.",
    none: "Nog geen sleutel voor pagina's. Een winkel die ons token aan zijn kassa doorgeeft, heeft er geen nodig.",
    key: "Open sleutel {name}",
    origins: "Adressen",
    originsHint: "Waar je pagina's staan, een per regel: https://winkel.example. Niets na de naam, geen sterretjes; http alleen op deze machine.",
    originRefused: "“{origin}” is niet zo'n adres. Schrijf het als https://winkel.example, zonder pad.",
    originsTooMany: "Dat zijn meer dan {most, number} adressen. Maak voor de rest een tweede sleutel.",
    name: "Waar je hem gebruikt",
    nameHint: "In je eigen woorden: “webwinkel”, “testwinkel”.",
    create: "Maak een open sleutel",
    change: "Verander zijn adressen",
    save: "Bewaar adressen",
    saveNamed: "Bewaar de adressen van {name}",
    done: "Bewaard. Het geldt vanaf de volgende aanroep.",
  },
  card: {
    title: "Een script op de pagina's van de winkel",
    lead: "Groet een vriend met de naam van de champion en bewaart de claim, zonder de winkel te verlaten.",
    how: "Zo koppel je een winkel",
    line: "Voor je pagina's, met de sleutel {name}",
    lastCall: "Laatste aanroep van een pagina",
  },
};
