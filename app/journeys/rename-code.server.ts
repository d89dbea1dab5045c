import { isMember } from "~/champions/champion";
import { getChampion } from "~/champions/get-champion.server";
import { within } from "~/platform/db.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { ConflictError, NotFoundError } from "~/platform/errors";
import { enqueue } from "~/platform/jobs.server";
import { getCompany } from "~/programs/get-company.server";
import { changeCode } from "~/sharing/change-code.server";
import { findMainLink } from "~/sharing/find-main-link.server";

/** Old codes work for ever, so each rename takes one away from everybody else. */
const OLD_CODES_AT_MOST = 10;

/**
 * Gives a champion's main link another code; the old ones keep working, on the click path and at the checkout.
 * @throws ConflictError `too_many_codes`; CodeTakenError, CodeRefusedError
 */
export async function renameCode(
  { championId, code }: { championId: string; code: string },
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<string> {
  return db.transaction("rename-code", async (tx) => {
    const joined = { db: within(tx), clock };
    const champion = await getChampion(tx, championId);
    const link = await findMainLink(tx, championId);
    if (!link || !isMember(champion.status)) throw new NotFoundError("link", { championId });
    const folded = code.trim().toUpperCase();
    if (link.oldCodes.length >= OLD_CODES_AT_MOST && !link.oldCodes.includes(folded)) {
      throw new ConflictError("too_many_codes", "champion has renamed as often as they can");
    }
    const reserved = [(await getCompany(joined)).name];
    const renamed = await changeCode({ linkId: link.id, code, reserved }, joined);
    await enqueue(tx, "ensure-promotion-code", { linkId: link.id });
    return renamed;
  });
}
