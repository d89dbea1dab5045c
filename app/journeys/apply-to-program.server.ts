import { queueMail } from "~/notices/queue-mail.server";
import { within } from "~/platform/db.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { addBusinessDays } from "~/programs/business-calendar";
import type { Program } from "~/programs/program";
import { championMail } from "./champion-mail.server";
import { enterProgram, type Entry } from "./enter-program.server";

/** An application is answered by the end of this business day, counted from the day after it came (W21). */
const ANSWER_BUSINESS_DAYS = 3;

/**
 * Asks to join a program that looks at each newcomer. The code is kept for the applicant meanwhile.
 * @returns by when they are promised an answer
 * @throws ConflictError `door_closed`, `terms_changed`; CannotAskError, CodeTakenError
 */
export async function applyToProgram(
  { note, ...entry }: Omit<Entry, "invitation"> & { note: string },
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<{ championId: string; answerBy: Date }> {
  return db.transaction("apply-to-program", async (tx) => {
    const now = clock.now();
    const promise = ({ calendar }: Program) => ({
      note,
      answerBy: addBusinessDays(calendar, now, ANSWER_BUSINESS_DAYS),
    });
    const entered = { ...entry, invitation: null };
    const { championId, program, answerBy } = await enterProgram(tx, entered, { through: "apply", application: promise, clock });
    if (!answerBy) throw new Error("an application without a promised answer");
    const to = await championMail(tx, championId);
    if (to) {
      const values = { ...to.values, path: `/portal/${program.slug}/join` as const, answerBy };
      const occasion = { subjectId: championId, purpose: now.toISOString() };
      await queueMail({ template: "application_received", personId: to.personId, ...occasion, values }, { db: within(tx), clock });
    }
    return { championId, answerBy };
  });
}
