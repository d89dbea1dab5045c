import { within } from "~/platform/db.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { isAllowedTarget } from "~/programs/allowed-target";
import { claimClick } from "~/sharing/claim-click.server";
import { addClaimed } from "~/sharing/claimed-tokens";
import { presentToken } from "~/sharing/present-token.server";
import { findRecommendation } from "./show-landing.server";

interface ClaimOfOffer {
  code: string;
  /** The click token that came with the landing page. */
  token: string | null;
  /** One letter the friend agreed to show the champion (S5). */
  initial: string | null;
  /** What the browser's claim cookie holds already. */
  claimed: readonly string[];
}

export interface ClaimedOffer {
  /** The shop's own address with the click token and the code; never another host. */
  shopUrl: string;
  /** The cookie to set, unless the program does without (L3). */
  cookie: { tokens: string[]; maxAgeSeconds: number } | null;
}

/** L3: a claim is remembered as long as a click, and never longer than this. */
const COOKIE_DAYS_AT_MOST = 30;

/**
 * The friend takes the offer: the claim is kept once per click, and they go on to the shop with the signed token.
 * @returns null when nobody has this code, or when it cannot be claimed now: the landing page says which
 */
export async function claimOffer(
  { code, token: given, initial, claimed }: ClaimOfOffer,
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<ClaimedOffer | null> {
  return db.transaction("claim-offer", async (tx) => {
    const found = await findRecommendation(tx, code);
    if (!found?.open) return null;
    const { link, company } = found;
    const { clickMemoryDays, cookie } = found.program.version.rules;
    const { token, clickId } = presentToken({ given, link, memoryDays: clickMemoryDays, now: clock.now() });

    const shop = new URL(company.shopUrl);
    shop.searchParams.set("vouch", token);
    shop.searchParams.set("code", link.currentCode);
    if (!isAllowedTarget(company, shop.href)) return null;

    await claimClick({ clickId, link, initial }, { db: within(tx), clock });
    const maxAgeSeconds = Math.min(clickMemoryDays, COOKIE_DAYS_AT_MOST) * 86_400;
    const remembered = { tokens: addClaimed(claimed, token), maxAgeSeconds };
    return { shopUrl: shop.href, cookie: cookie === "on_claim" ? remembered : null };
  });
}
