import type { Translated } from "./shape";
import type { site as english } from "./site.en";

export const site: Translated<typeof english> = {
  home: {
    title: "Vertel verder waar je blij mee bent",
    lead: "Hier vertellen trouwe klanten een vriend over ons, en worden ze daar allebei voor bedankt.",
    how: "Zo werkt het",
    step1: "Je doet in een minuut mee en krijgt een eigen link en een eigen code.",
    step2: "Je deelt ze met iemand die blij wordt van wat wij maken.",
    step3: "Koopt je vriend iets, dan zie je dat hier, met de dag en het uur van je bedankje.",
    soonTitle: "Hier opent het eerste programma",
    soonBody: "Zodra het loopt vind je het op deze pagina, met de voorwaarden in gewone woorden.",
    signIn: "Inloggen",
  },
};
