import type { Locale } from "~/platform/locale";
import { pageOfStatus } from "~/ui/error-kind";
import { translator } from "~/ui/i18n.server";

interface ErrorDocument {
  status: number;
  /** What happened, where its status alone does not say it. */
  code?: string;
  locale: Locale;
  reference: string;
  nonce: string;
}

const STYLE =
  ":root{color-scheme:light dark;--paper:#fbf8f3;--ink:#1d1b16}" +
  "@media(prefers-color-scheme:dark){:root{--paper:#14130f;--ink:#f2eee6}}" +
  "body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,sans-serif}" +
  "main{max-width:36rem;margin:0 auto;padding:4rem 1.25rem}" +
  "h1{font:560 28px/1.2 Georgia,serif}a{color:inherit}small{opacity:.75}";

/** The page for what fails before Remix could answer: the same words, without scripts or assets. */
export function errorDocument({ status, code, locale, reference, nonce }: ErrorDocument): string {
  const t = translator(locale);
  const words = `errors.page.${pageOfStatus(status, code)}` as const;
  const title = escapeHtml(t(`${words}.title`));
  const sentences = [t(`${words}.what`), t(`${words}.kept`), t(`${words}.next`)];
  return [
    `<!doctype html><html lang="${locale}"><head><meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title>`,
    `<style nonce="${escapeHtml(
      nonce,
    )}">${STYLE}</style></head><body><main><small>${status}</small><h1>${title}</h1>`,
    ...sentences.map((sentence) => `<p>${escapeHtml(sentence)}</p>`),
    `<p><a href="/">${escapeHtml(t("errors.back"))}</a></p>`,
    `<small>${escapeHtml(t("errors.reference", { reference }))}</small></main></body></html>\n`,
  ].join("");
}

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "");
}
