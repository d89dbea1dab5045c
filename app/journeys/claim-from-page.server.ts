import { within } from "~/platform/db.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { claimOffer } from "./claim-offer.server";
import { codeBehind, type Held } from "./show-offer.server";

/**
 * The friend takes the offer on a page of the shop's own: the claim is kept once per click, as on our landing page, and
 * the page gets what goes on to the checkout. No cookie: the shop keeps what it wants to keep (A13).
 * @returns null when there is nothing to claim now, whatever the reason
 */
export async function claimFromPage(
  held: Held,
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<{ token: string; code: string } | null> {
  return db.transaction("claim-from-page", async (tx) => {
    const code = await codeBehind(tx, held);
    if (code === null) return null;
    const claimed = await claimOffer({ code, token: held.token, initial: null }, { db: within(tx), clock });
    return claimed && { token: claimed.token, code: claimed.code };
  });
}
