import { within } from "~/platform/db.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { ConflictError, NotFoundError } from "~/platform/errors";
import { findPresentedLink } from "~/sharing/find-presented.server";
import { findMainLink } from "~/sharing/find-main-link.server";
import { putLinkAway } from "~/sharing/put-link-away.server";
import { renameCode } from "./rename-code.server";

/**
 * Gives a main link another code, puts another link away, or neither when it is so already.
 * @throws NotFoundError; ConflictError `not_main_link`, `main_link`, and what `renameCode` throws
 */
export async function changeLink(
  { linkId, code, retired }: { linkId: string; code: string | null; retired: boolean },
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<void> {
  await db.transaction("change-link", async (tx) => {
    const joined = { db: within(tx), clock };
    const link = await findPresentedLink(tx, linkId);
    if (!link) throw new NotFoundError("link", { linkId });
    const { championId } = link;
    if (retired) await putLinkAway({ championId, linkId }, joined);
    if (code === null) return;
    if ((await findMainLink(tx, championId))?.id !== linkId) throw new ConflictError("not_main_link", "only the main link is given another code");
    await renameCode({ championId, code }, joined);
  });
}
