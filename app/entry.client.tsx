import { RemixBrowser } from "@remix-run/react";
import { startTransition, StrictMode } from "react";
import { hydrateRoot } from "react-dom/client";
import { DocumentProvider } from "./ui/document";
import { LanguageProvider } from "./ui/i18n";
import type { Locale } from "./platform/locale";
import type { MessageTree } from "./ui/messages/shape";
import { isTheme } from "./ui/theme";
import { createTranslate } from "./ui/translate";
import { wordArea, type WordArea } from "./ui/word-area";

const areaHere = () => wordArea(location.pathname);
const area = areaHere();

const ENGLISH: Record<WordArea, () => Promise<{ messages: MessageTree }>> = {
  wiring: () => import("./ui/messages/wiring-pages.en"),
  settings: () => import("./ui/messages/settings-pages.en"),
  figures: () => import("./ui/messages/figure-pages.en"),
  people: () => import("./ui/messages/people-pages.en"),
  desk: () => import("./ui/messages/staff.en"),
  elsewhere: () => import("./ui/messages/champions.en"),
};
const DUTCH: typeof ENGLISH = {
  wiring: () => import("./ui/messages/wiring-pages.nl"),
  settings: () => import("./ui/messages/settings-pages.nl"),
  figures: () => import("./ui/messages/figure-pages.nl"),
  people: () => import("./ui/messages/people-pages.nl"),
  desk: () => import("./ui/messages/staff.nl"),
  elsewhere: () => import("./ui/messages/champions.nl"),
};

/** Each language is a chunk of its own, and so are the words of an area: nobody downloads what they do not read. */
async function messagesOf(locale: Locale): Promise<{ messages: MessageTree }> {
  return locale === "nl" ? DUTCH[area]() : ENGLISH[area]();
}

/** Somebody went from one area to another without a new document: the words come with one. */
function wordsMissing(key: string): string {
  if (area === areaHere()) throw new RangeError(`no message ${key}`);
  location.reload();
  return "";
}

async function hydrate(): Promise<void> {
  const root = document.documentElement;
  const locale: Locale = root.lang === "nl" ? "nl" : "en";
  const { messages } = await messagesOf(locale);
  const t = createTranslate(locale, messages, wordsMissing);
  const facts = {
    theme: isTheme(root.dataset.theme) ? root.dataset.theme : "system",
    nonce: document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce ?? "",
    requestId: document.querySelector<HTMLMetaElement>('meta[name="request-id"]')?.content ?? "",
  } as const;
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <DocumentProvider facts={facts}>
          <LanguageProvider locale={locale} t={t}>
            <RemixBrowser />
          </LanguageProvider>
        </DocumentProvider>
      </StrictMode>,
    );
  });
}

void hydrate();
