import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { totalOf, type BasketLine } from "./basket";
import { CATALOGUE } from "./catalogue";
import { Picture } from "./picture";
import { price, text, type Language, type TextKey } from "./texts";
import { RecommendationBanner } from "./way-pages";

export interface PageScript {
  src: string;
  key: string;
  /** Whether the visitor agreed that it keeps something. */
  consent: boolean;
}

interface View {
  language: Language;
  basketCount: number;
  /** Vouch's script with the shop's key, while it is wired to the pages. */
  script: PageScript | null;
}

/** A whole page as HTML. @param title of this page; null for the shop's front */
export function page(view: View, title: string | null, body: ReactNode): string {
  const t = (key: TextKey) => text(view.language, key);
  const markup = renderToStaticMarkup(
    <html lang={view.language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title === null ? t("shop") : `${title} · ${t("shop")}`}</title>
        <link rel="stylesheet" href="/shop.css" />
        <link rel="icon" href="data:," />
        {view.script && (
          <>
            <script defer src={view.script.src} data-key={view.script.key} data-consent={view.script.consent ? "granted" : undefined} />
            <script defer src="/page.js" />
          </>
        )}
      </head>
      <body>
        <header>
          <a className="name" href="/">
            {t("shop")}
          </a>
          <nav>
            <a href="/basket">
              {t("basket")} ({view.basketCount})
            </a>
            <a href="/account">{t("account")}</a>
            <form method="post" action="/language">
              <button className="quiet" name="language" value={view.language === "nl" ? "en" : "nl"}>
                {t("other")}
              </button>
            </form>
          </nav>
        </header>
        <main>{body}</main>
        <footer>
          <a href="/wiring">{t("wiring")}</a>
          <a href="/hooks">{t("hooks")}</a>
        </footer>
      </body>
    </html>,
  );
  return `<!doctype html>${markup}`;
}

/** All products, with a welcome for somebody who was recommended. */
export function Catalogue({ language, code, banner }: { language: Language; code: string; banner: { consent: boolean } | null }) {
  return (
    <>
      {banner && <RecommendationBanner language={language} consent={banner.consent} />}
      {code && <p className="welcome">{text(language, "recommended", { code })}</p>}
      <h1>{text(language, "claim")}</h1>
      <ul className="products">
        {CATALOGUE.map((product) => (
          <li key={product.sku}>
            <Picture product={product} />
            <h2>{product.name[language]}</h2>
            <p>{product.about[language]}</p>
            <p className="price">
              {price(product.amount, language)} {product.monthly && text(language, "perMonth")}
            </p>
            <form method="post" action={product.monthly ? "/subscribe" : "/basket/add"}>
              <button name="sku" value={product.sku} aria-label={`${text(language, product.monthly ? "subscribe" : "add")}: ${product.name[language]}`}>
                {text(language, product.monthly ? "subscribe" : "add")}
              </button>
            </form>
          </li>
        ))}
      </ul>
    </>
  );
}

/** What there is to say above the basket. */
export interface Notice {
  key: TextKey;
  values?: Record<string, string>;
}

interface BasketProps {
  language: Language;
  lines: BasketLine[];
  code: string;
  notice?: Notice;
  /** Whether the shop's server tells Vouch of orders that Stripe knows nothing of. */
  onAccount: boolean;
}

/** The basket with the field for a code. */
export function Basket({ language, lines, code, notice, onAccount }: BasketProps) {
  const t = (key: TextKey, values?: Record<string, string>) => text(language, key, values);
  return (
    <>
      <h1>{t("basket")}</h1>
      {notice && <p role="status" className="welcome">{t(notice.key, notice.values)}</p>}
      {lines.length === 0 ? (
        <p>{t("emptyBasket")}</p>
      ) : (
        <>
          <ul className="lines">
            {lines.map(({ product, quantity }) => (
              <li key={product.sku}>
                <span>
                  {quantity} × {product.name[language]}
                </span>
                <span className="price">{price(product.amount * quantity, language)}</span>
                <form method="post" action="/basket/remove">
                  <button className="quiet" name="sku" value={product.sku}>
                    {t("remove")}
                  </button>
                </form>
              </li>
            ))}
          </ul>
          <p className="total">
            {t("total")} {price(totalOf(lines), language)}
          </p>
          <form method="post" action="/checkout">
            <label htmlFor="code">{t("code")}</label>
            <input id="code" name="code" defaultValue={code} autoComplete="off" aria-describedby="code-hint" />
            <p id="code-hint" className="hint">
              {t("codeHint")}
            </p>
            <button>{t("pay")}</button>
          </form>
          {onAccount && (
            <form method="post" action="/invoice">
              <p id="invoice-hint" className="hint">
                {t("invoiceHint")}
              </p>
              <button className="quiet" aria-describedby="invoice-hint">
                {t("invoice")}
              </button>
            </form>
          )}
        </>
      )}
      <p>
        <a href="/">{t("back")}</a>
      </p>
    </>
  );
}

/** After paying: the moment in which somebody is happy. */
export function Thanks({ language, vouchUrl }: { language: Language; vouchUrl: string }) {
  return (
    <>
      <h1>{text(language, "thanks")}</h1>
      <p>{text(language, "thanksText")}</p>
      <p className="welcome">
        {text(language, "champion")} <a href={vouchUrl}>{text(language, "championLink")}</a>
      </p>
      <p>
        <a href="/">{text(language, "back")}</a>
      </p>
    </>
  );
}

/** A page with one sentence and a way on. */
export function Sentence({ language, of }: { language: Language; of: TextKey }) {
  return (
    <>
      <h1>{text(language, of)}</h1>
      <p>
        <a href="/">{text(language, "back")}</a>
      </p>
    </>
  );
}
