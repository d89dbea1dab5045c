import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { insertClaim, insertCookieConsent, insertFunnelEvent } from "./funnel-store.server";

export interface ClaimInput {
  clickId: string;
  link: { id: string; championId: string };
  /** One letter, only when the friend ticked the box (S5). */
  initial: string | null;
  /** The words beside the box, when the friend ticked it to be remembered by a cookie (L3). */
  cookieConsent?: string | null;
}

/** Records a claim and its funnel event, once per click. @returns whether this click was claimed now */
export async function claimClick(
  { clickId, link, initial, cookieConsent = null }: ClaimInput,
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<boolean> {
  return db.transaction("claim-click", async (tx) => {
    const now = clock.now();
    const claimed = await insertClaim(tx, { clickId, linkId: link.id, initial, claimedAt: now });
    if (cookieConsent !== null) await insertCookieConsent(tx, { clickId, wording: cookieConsent, givenAt: now });
    if (claimed) {
      const { championId } = link;
      await insertFunnelEvent(tx, { kind: "claimed", championId, linkId: link.id, clickId, occurredAt: now });
    }
    return claimed;
  });
}
