import type { Chance } from "./random";

export interface SeedPerson {
  firstName: string;
  email: string;
  locale: "nl" | "en";
}

const FIRST = [
  "Mila", "Daan", "Fenna", "Bram", "Lotte", "Youssef", "Iris", "Jelle", "Amina", "Thijs", "Roos", "Wout", "Femke", "Sem", "Nour",
  "Koen", "Eva", "Rik", "Maud", "Hidde", "Samira", "Jasper", "Lieke", "Tom", "Priya", "Anouk", "Gijs", "Elif", "Stijn", "Meike",
  "Oscar", "Hanna", "Ruben", "Zoë", "Pieter", "Leila", "Casper", "Tess", "Milan", "Ilse", "Abel", "Nina", "Joris", "Fatima", "Vera",
  "Luuk", "Emma", "Kasper", "Yara", "Mees", "Tirza", "Boaz", "Marije", "Finn", "Jula", "Hugo", "Esra", "Teun", "Puck", "Arjen",
] as const;

const LAST = [
  "de Vries", "Jansen", "Bakker", "Visser", "Smit", "Meijer", "de Boer", "Mulder", "Bos", "Vos", "Peters", "Hendriks", "Dekker",
  "Dijkstra", "Kok", "Kaya", "El Amrani", "Postma", "Veenstra", "Brouwer",
] as const;

const MILA: SeedPerson = { firstName: "Mila", email: "mila@demo.example", locale: "nl" };

/** Sixty customers with a name each; every address ends in a domain that exists for examples only. */
export function peopleOf(chance: Chance): SeedPerson[] {
  return FIRST.map((firstName, i) => {
    const last = chance.pick(LAST);
    // The champion whom one click signs in as is one of them.
    if (i === 0) return MILA;
    return { firstName, email: `${plain(firstName)}.${plain(last)}${i}@mail.example`, locale: chance.happens(0.8) ? "nl" : "en" };
  });
}

/** Somebody's friend at the shop: an address and nothing else. */
export function friendEmail(number: number): string {
  return `friend${number}@post.example`;
}

function plain(name: string): string {
  return name.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[^a-z]/gi, "").toLowerCase();
}
