import type { Language } from "./texts";

export interface Product {
  sku: string;
  /** The product group that reward rules and statistics know. */
  group: "coffee" | "equipment" | "workshop" | "subscription";
  name: Record<Language, string>;
  about: Record<Language, string>;
  /** Euro cents, tax included. */
  amount: number;
  monthly?: true;
  picture: "bag" | "mill" | "jug" | "cups" | "box";
  /** Two colours of its picture. */
  colours: [string, string];
}

export const CATALOGUE: Product[] = [
  {
    sku: "morning-1kg",
    group: "coffee",
    name: { nl: "Ochtendblend, 1 kg", en: "Morning blend, 1 kg" },
    about: { nl: "Chocola en hazelnoot, voor de hele dag.", en: "Chocolate and hazelnut, good all day." },
    amount: 2450,
    picture: "bag",
    colours: ["#B8432B", "#F4D9C6"],
  },
  {
    sku: "guji-250g",
    group: "coffee",
    name: { nl: "Ethiopië Guji, 250 g", en: "Ethiopia Guji, 250 g" },
    about: { nl: "Perzik en jasmijn, licht gebrand.", en: "Peach and jasmine, lightly roasted." },
    amount: 1150,
    picture: "bag",
    colours: ["#8A5A00", "#FBE7B2"],
  },
  {
    sku: "hand-mill",
    group: "equipment",
    name: { nl: "Handmolen", en: "Hand mill" },
    about: { nl: "Stalen maalwerk, dertig jaar garantie.", en: "Steel burrs, thirty years of warranty." },
    amount: 8000,
    picture: "mill",
    colours: ["#3E4A4A", "#DCE6E4"],
  },
  {
    sku: "pour-over",
    group: "equipment",
    name: { nl: "Koffiekan met filterhouder", en: "Pour-over jug" },
    about: { nl: "Glas en kurk, voor vier koppen.", en: "Glass and cork, four cups." },
    amount: 3450,
    picture: "jug",
    colours: ["#0F6B66", "#CFE8E5"],
  },
  {
    sku: "workshop",
    group: "workshop",
    name: { nl: "Proeverij in de branderij", en: "Tasting at the roastery" },
    about: { nl: "Twee uur proeven op zaterdagochtend.", en: "Two hours of tasting on a Saturday morning." },
    amount: 6500,
    picture: "cups",
    colours: ["#5B3A6E", "#E6DAEE"],
  },
  {
    sku: "monthly-1kg",
    group: "subscription",
    name: { nl: "Elke maand een kilo", en: "A kilo every month" },
    about: { nl: "Vers gebrand bij je thuis. Opzeggen kan elke maand.", en: "Freshly roasted at your door. Cancel any month." },
    amount: 2400,
    monthly: true,
    picture: "box",
    colours: ["#1D1B16", "#E9E2D5"],
  },
];

/** The product with that stock number, or undefined. */
export function productOf(sku: string): Product | undefined {
  return CATALOGUE.find((product) => product.sku === sku);
}
