import { RemixBrowser } from "@remix-run/react";
import { startTransition, StrictMode } from "react";
import { hydrateRoot } from "react-dom/client";
import { DocumentProvider } from "./ui/document";
import { LanguageProvider } from "./ui/i18n";
import type { Locale } from "./platform/locale";
import { isTheme } from "./ui/theme";
import { createTranslate } from "./ui/translate";

/** Each language is a chunk of its own: a Dutch reader never downloads the English texts. */
async function messagesOf(locale: Locale) {
  return locale === "nl" ? import("./ui/messages/nl") : import("./ui/messages/en");
}

async function hydrate(): Promise<void> {
  const root = document.documentElement;
  const locale: Locale = root.lang === "nl" ? "nl" : "en";
  const { messages } = await messagesOf(locale);
  const t = createTranslate(locale, messages);
  const facts = {
    theme: isTheme(root.dataset.theme) ? root.dataset.theme : "system",
    nonce: document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce ?? "",
    requestId: document.querySelector<HTMLMetaElement>('meta[name="request-id"]')?.content ?? "",
  } as const;
  // Radix adds a style element while a dialog is open; it takes the nonce from this name.
  Object.assign(globalThis, { __webpack_nonce__: facts.nonce });
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
