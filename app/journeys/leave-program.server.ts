import { changeMembership } from "~/champions/change-membership.server";
import { recordAudit } from "~/identity/record-audit.server";
import { within } from "~/platform/db.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";

/**
 * Ends a membership at the champion's own wish. Links lead to a page that says so; what was earned is still paid, and
 * they may come back. @throws MembershipChangedError
 */
export async function leaveProgram(
  { championId }: { championId: string },
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<void> {
  await db.transaction("leave-program", async (tx) => {
    const { changed, personId } = await changeMembership({ championId, to: "left" }, { db: within(tx), clock });
    if (!changed) return;
    await recordAudit(tx, { by: `person:${personId}`, action: "champion.left", object: championId, now: clock.now() });
  });
}
