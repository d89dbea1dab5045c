import { createContext, useContext, useMemo, type ReactNode } from "react";
import { formatter, type Format } from "./format";
import type { Locale } from "~/platform/locale";
import type { Translate } from "./translate";

interface Language {
  locale: Locale;
  t: Translate;
  format: Format;
}

const LanguageContext = createContext<Language | null>(null);

interface LanguageProviderProps {
  locale: Locale;
  t: Translate;
  children: ReactNode;
}

/** Everything below speaks one language. The browser has only that one; another means a new document. */
export function LanguageProvider({ locale, t, children }: LanguageProviderProps) {
  const value = useMemo(() => ({ locale, t, format: formatter(locale) }), [locale, t]);
  return <LanguageContext.Provider value={value}>{children}</LanguageContext.Provider>;
}

/** Times below are told in this zone: a program's, as its rules say. */
export function ZoneProvider({ zone, children }: { zone: string; children: ReactNode }) {
  const { locale, t } = useLanguage();
  const value = useMemo(() => ({ locale, t, format: formatter(locale, zone) }), [locale, t, zone]);
  return <LanguageContext.Provider value={value}>{children}</LanguageContext.Provider>;
}

function useLanguage(): Language {
  const language = useContext(LanguageContext);
  if (!language) throw new Error("no LanguageProvider above");
  return language;
}

export const useLocale = (): Locale => useLanguage().locale;
export const useT = (): Translate => useLanguage().t;
export const useFormat = (): Format => useLanguage().format;
