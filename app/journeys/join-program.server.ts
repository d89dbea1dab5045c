import { redeemInvitation } from "~/champions/redeem-invitation.server";
import { queueMail } from "~/notices/queue-mail.server";
import { within } from "~/platform/db.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { enqueue } from "~/platform/jobs.server";
import { championMail } from "./champion-mail.server";
import { enterProgram, type Entry } from "./enter-program.server";

/**
 * Makes somebody a champion at once: policy open, a known customer, or an invitation, which is used up by one.
 * @throws ConflictError `door_closed`, `terms_changed`; CannotAskError, CodeTakenError, InvitationSpentError
 */
export async function joinProgram(
  entry: Entry,
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<{ championId: string; code: string }> {
  return db.transaction("join-program", async (tx) => {
    const joined = { db: within(tx), clock };
    const { championId, program, code } = await enterProgram(tx, entry, { through: "join", clock });
    // A program that is open anyway leaves the invitation for somebody who needs it.
    if (entry.invitation && program.joinPolicy !== "open") {
      await redeemInvitation({ programId: program.id, token: entry.invitation }, joined);
    }
    await enqueue(tx, "ensure-own-code", { championId });
    const to = await championMail(tx, championId);
    if (to) {
      const { programTitle } = to.values;
      const { ownOffer } = to;
      const values = { programTitle, path: `/portal/${program.slug}` as const, code, ownOffer };
      const occasion = { subjectId: championId, purpose: clock.now().toISOString() };
      await queueMail({ template: "welcome", personId: to.personId, ...occasion, values }, joined);
    }
    return { championId, code };
  });
}
