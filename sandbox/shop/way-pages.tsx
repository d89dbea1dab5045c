import type { Order } from "./orders";
import { price, text, type Language, type TextKey } from "./texts";
import { WAYS, type Way } from "./wiring";

/** Where in this folder each way stands, for whoever wants to copy it. */
const FILES: Record<Way, string> = {
  stripe: "recommendation.ts, checkout.ts",
  server: "vouch-api.ts",
  browser: "page.js",
};

interface WiringProps {
  language: Language;
  way: Way;
  /** Which ways have the key they need. */
  ready: Record<Way, boolean>;
}

/** How this shop works with Vouch, and the choice among the three ways. */
export function Wiring({ language, way, ready }: WiringProps) {
  const t = (key: TextKey, values?: Record<string, string>) => text(language, key, values);
  return (
    <>
      <h1>{t("wiring")}</h1>
      <p>{t("wiringWhy")}</p>
      <ul className="ways">
        {WAYS.map((each) => (
          <li key={each} aria-current={each === way || undefined}>
            <h2>{t(`way_${each}`)}</h2>
            <p>{t(`way_${each}_does`)}</p>
            <p className="hint">{t("wayFiles", { files: FILES[each] })}</p>
            {each === way ? (
              <p role="status">{t("wayNow")}</p>
            ) : ready[each] ? (
              <form method="post" action="/wiring">
                <button name="way" value={each} aria-label={`${t("wayChoose")}: ${t(`way_${each}`)}`}>
                  {t("wayChoose")}
                </button>
              </form>
            ) : (
              <p>{t("wayNeedsKey")}</p>
            )}
          </li>
        ))}
      </ul>
      <p>
        <a href="/">{t("back")}</a>
      </p>
    </>
  );
}

/** Where Vouch's script shows who recommended the shop; empty and hidden until it has something to show. */
export function RecommendationBanner({ language, consent }: { language: Language; consent: boolean }) {
  const t = (key: TextKey) => text(language, key);
  // What the page's script fills in.
  const later = (key: TextKey) => text(language, key, { name: "{name}", code: "{code}" });
  return (
    <section
      id="recommendation"
      className="welcome"
      hidden
      data-from={later("bannerFrom")}
      data-claimed={later("bannerClaimed")}
      data-problem={t("bannerProblem")}
    >
      <h2 data-say="from" />
      <p data-say="offer" />
      <p data-say="disclosure" className="hint" />
      <button type="button">{t("bannerClaim")}</button>
      <label className="tick">
        <input type="checkbox" defaultChecked={consent} /> {t("bannerConsent")}
      </label>
      <p role="status" />
    </section>
  );
}

/** What was ordered on account, with the way to send it back. */
export function Orders({ language, orders }: { language: Language; orders: readonly Order[] }) {
  const t = (key: TextKey, values?: Record<string, string>) => text(language, key, values);
  return (
    <>
      <h1>{t("orders")}</h1>
      <p>{t(orders.length === 0 ? "noOrders" : "ordersText")}</p>
      <ul className="lines">
        {orders.toReversed().map(({ number, amount, state }) => (
          <li key={number}>
            <span>
              {number}
              <br />
              <span className="hint">{t(`order_${state}`)}</span>
            </span>
            <span className="price">{price(amount, language)}</span>
            {state === "back" ? (
              <span />
            ) : (
              <form method="post" action="/orders/return">
                <button className="quiet" name="number" value={number} aria-label={`${t("orderReturn")}: ${number}`}>
                  {t("orderReturn")}
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
      <p>
        <a href="/">{t("back")}</a>
      </p>
    </>
  );
}
