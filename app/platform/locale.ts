/** The languages of the product; the first is the one for people whose browser asks for neither. */
export const LOCALES = ["en", "nl"] as const;

export type Locale = (typeof LOCALES)[number];

export function isLocale(value: unknown): value is Locale {
  return LOCALES.some((locale) => locale === value);
}
