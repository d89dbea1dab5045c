type InBoth = Record<"nl" | "en", string>;

/** What applicants wrote about where they speak of coffee. */
export const NOTES: Record<"nl" | "en", Record<"shop" | "blog" | "cafe", string>> = {
  nl: {
    shop: "Ik heb een kleine kookwinkel in Assen en zet jullie bonen elke zaterdag.",
    blog: "Ik schrijf al zes jaar over filterkoffie en drink de jouwe het liefst.",
    cafe: "In ons buurtcafé vragen gasten steeds waar de koffie vandaan komt.",
  },
  en: {
    shop: "I run a small kitchen shop in Assen and brew your beans every Saturday.",
    blog: "I have written about filter coffee for six years and drink yours most.",
    cafe: "Guests in our neighbourhood cafe keep asking where the coffee comes from.",
  },
};

/** Why an application was refused, as staff would write it. */
export const REASONS: InBoth = {
  nl: "Je schrijft mooi over thee, maar we zoeken nu mensen die over koffie vertellen. Kom in het voorjaar gerust terug.",
  en: "You write well about tea, and right now we look for people who speak of coffee. Do come back in spring.",
};

/** The kind sentence beside a refused reward. */
export const REFUSALS: InBoth = {
  nl: "Fijn dat je ons noemde. Deze bestelling telde niet als nieuwe aanbeveling; je vriend houdt de korting.",
  en: "Thank you for naming us. This order did not count as a new recommendation; your friend keeps the discount.",
};

/** Why a sale was given to a champion by hand. */
export const BY_HAND = "De koper noemde de champion aan de telefoon; de code was bij het afrekenen vergeten.";

/** What champions wrote when they saw nothing come of a recommendation. */
export const QUESTIONS: Record<"nl" | "en", Record<"link" | "code" | "mouth", string>> = {
  nl: {
    link: "Ze belde me gisteravond dat ze had besteld, via de link in onze groepsapp.",
    code: "Hij zei dat hij mijn code bij het afrekenen had ingetypt, rond de middag.",
    mouth: "Ik heb op de markt over jullie verteld, en iemand ging het meteen bestellen.",
  },
  en: {
    link: "She rang me last night to say that she had ordered, with the link from our group chat.",
    code: "He says he typed my code at the checkout, around noon.",
    mouth: "I told somebody about you at the market, and they were going to order right away.",
  },
};

/** What a person at the desk answered. */
export const ANSWERS: InBoth = {
  nl: "Dank je dat je het vroeg. Ik heb alles rond die dag bekeken en vond geen bestelling die met jouw link of code kwam. Vraag je vriend de volgende keer je code te typen, dan telt het zeker.",
  en: "Thank you for asking. I looked at everything around that day and found no order that came with your link or code. Next time, ask your friend to type your code: then it counts for sure.",
};
