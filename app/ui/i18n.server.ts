import type { Locale } from "~/platform/locale";
import { messages as en } from "./messages/en";
import { messages as nl } from "./messages/nl";
import { createTranslate, type Translate } from "./translate";

const translators: Record<Locale, Translate> = {
  en: createTranslate("en", en),
  nl: createTranslate("nl", nl),
};

/** Texts in a language of choice: for pages rendered on the server, mails, files and images. */
export function translator(locale: Locale): Translate {
  return translators[locale];
}
