import { RemixBrowser } from "@remix-run/react";
import { startTransition, StrictMode } from "react";
import { hydrateRoot } from "react-dom/client";
import { DocumentProvider } from "./ui/document";
import { LanguageProvider } from "./ui/i18n";
import type { Locale } from "./platform/locale";
import type { MessageTree } from "./ui/messages/shape";
import { isTheme } from "./ui/theme";
import { createTranslate } from "./ui/translate";
import { wordArea } from "./ui/word-area";

const areaHere = () => wordArea(location.pathname);
const area = areaHere();

/** Each language is a chunk of its own, and so are the words of an area: nobody downloads what they do not read. */
async function messagesOf(locale: Locale): Promise<{ messages: MessageTree }> {
  if (area === "settings") return locale === "nl" ? import("./ui/messages/settings-pages.nl") : import("./ui/messages/settings-pages.en");
  if (area === "desk") return locale === "nl" ? import("./ui/messages/staff.nl") : import("./ui/messages/staff.en");
  return locale === "nl" ? import("./ui/messages/champions.nl") : import("./ui/messages/champions.en");
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
