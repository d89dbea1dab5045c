import { listStaff } from "~/identity/list-staff.server";
import { digestDay } from "~/notices/digest-day";
import { queueMail } from "~/notices/queue-mail.server";
import { readWaiting } from "~/notices/read-waiting.server";
import { within } from "~/platform/db.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { listLivePrograms } from "~/programs/list-live-programs.server";

/** The pages of the desk that a digest leads to belong to these; marketers only read figures. */
const DECIDES = ["owner", "approver", "finance"] as const;

/**
 * One mail per member of staff and business day, at half past eight in the zone of the first program: what waits and
 * what was promised by when. None when nothing waits; asking more often changes nothing. @returns how many it is for
 */
export async function sendStaffDigest({ db = rootDb, clock = systemClock }: Deps = {}): Promise<number> {
  return db.transaction("staff-digest", async (tx) => {
    const joined = { db: within(tx), clock };
    const [program] = await listLivePrograms(joined);
    const day = program && digestDay(program.calendar, clock.now());
    if (!program || !day) return 0;
    const waiting = await readWaiting(joined);
    if (!waiting) return 0;

    const staff = (await listStaff(joined)).filter(
      ({ disabledAt, roles }) => disabledAt === null && DECIDES.some((role) => roles.includes(role)),
    );
    for (const { personId } of staff) {
      const values = { ...waiting, zone: program.calendar.zone, path: "/desk/queue" as const };
      await queueMail({ template: "staff_digest", personId, subjectId: day, purpose: "daily", values }, joined);
    }
    return staff.length;
  });
}
