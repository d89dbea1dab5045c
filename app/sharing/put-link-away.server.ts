import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { ConflictError, NotFoundError } from "~/platform/errors";
import { findOwnLink, updateLink } from "./link-store.server";

/**
 * Puts a link away: it keeps working for whoever has it, and is no longer offered to its champion.
 * @throws NotFoundError for another's link, ConflictError `main_link` for the main one
 */
export async function putLinkAway(
  { championId, linkId }: { championId: string; linkId: string },
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<void> {
  await db.transaction("put-link-away", async (tx) => {
    const link = await findOwnLink(tx, championId, linkId);
    if (!link) throw new NotFoundError("link", { linkId });
    if (link.isMain) throw new ConflictError("main_link", "the main link stays");
    await updateLink(tx, linkId, { retiredAt: link.retiredAt ?? clock.now() });
  });
}
