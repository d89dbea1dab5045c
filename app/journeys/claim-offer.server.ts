import { within } from "~/platform/db.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { isAllowedTarget } from "~/programs/allowed-target";
import { cookieSeconds } from "~/programs/cookie-rule";
import { claimClick } from "~/sharing/claim-click.server";
import { presentToken } from "~/sharing/present-token.server";
import { findRecommendation } from "./known-recommendations.server";

interface ClaimOfOffer {
  code: string;
  /** The click token that came with the landing page. */
  token: string | null;
  /** One letter the friend agreed to show the champion (S5). */
  initial: string | null;
  /** When the friend ticked the box to be remembered by a cookie: the words beside it, for so many days (L3). */
  consentWords?: ((days: number) => string) | null;
}

export interface ClaimedOffer {
  /** What the claim is known by from here on: the signed click token, and the code it has now. */
  token: string;
  code: string;
  /** The shop's own address with the click token and the code; never another host. */
  shopUrl: string;
  /** What the browser may remember, and for how long; null where the program or the friend does without (L3). */
  cookie: { token: string; maxAgeSeconds: number; sharedDomain: string | null } | null;
}

/**
 * The friend takes the offer: the claim is kept once per click, and they go on to the shop with the signed token.
 * @returns null when nobody has this code, or when it cannot be claimed now: the landing page says which
 */
export async function claimOffer(
  { code, token: given, initial, consentWords = null }: ClaimOfOffer,
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<ClaimedOffer | null> {
  return db.transaction("claim-offer", async (tx) => {
    const found = await findRecommendation(tx, code);
    if (!found?.open) return null;
    const { link, company } = found;
    const { rules } = found.program.version;
    const { token, clickId } = presentToken({ given, link, memoryDays: rules.clickMemoryDays, now: clock.now() });

    const shop = new URL(company.shopUrl);
    shop.searchParams.set("vouch", token);
    shop.searchParams.set("code", link.currentCode);
    if (!isAllowedTarget(company, shop.href)) return null;

    // A box that the page did not show is no consent.
    const consented = consentWords !== null && rules.cookie === "consent";
    const cookieConsent = consented ? consentWords(rules.clickMemoryDays) : null;
    await claimClick({ clickId, link, initial, cookieConsent }, { db: within(tx), clock });
    const maxAgeSeconds = cookieSeconds(rules, consented ? "claim_with_consent" : "claim");
    const cookie = maxAgeSeconds === null ? null : { token, maxAgeSeconds, sharedDomain: company.cookieDomain };
    return { token, code: link.currentCode, shopUrl: shop.href, cookie };
  });
}
