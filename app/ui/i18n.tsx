import { createContext, Fragment, useContext, useMemo, type ReactNode } from "react";
import { formatter, type Format } from "./format";
import type { Locale } from "~/platform/locale";
import type { MessageKey } from "./messages/shape";
import type { MessageValues, Translate } from "./translate";

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

interface RichTextProps {
  id: MessageKey;
  values?: MessageValues;
  /** What `<name>…</name>` in the message becomes. */
  tags: Record<string, (inner: ReactNode) => ReactNode>;
}

/** A message with marked parts: `Read the <terms>terms</terms> first.` */
export function RichText({ id, values, tags }: RichTextProps) {
  const parts = useT()
    .format(id)
    .format<ReactNode>({ ...values, ...wrap(tags) });
  const list = Array.isArray(parts) ? parts : [parts];
  // The parts of one message never change places, so their position is their identity.
  return list.map((part, i) => <Fragment key={i}>{part}</Fragment>);
}

function wrap(tags: RichTextProps["tags"]) {
  return Object.fromEntries(
    Object.entries(tags).map(([name, render]) => [
      name,
      (inner: ReactNode[]) => render(inner.map((part, i) => <Fragment key={i}>{part}</Fragment>)),
    ]),
  );
}
