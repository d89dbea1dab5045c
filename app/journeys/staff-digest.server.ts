import { listStaff } from "~/identity/list-staff.server";
import { digestDay } from "~/notices/digest-day";
import type { MailValues, WaitingItem } from "~/notices/mail-values";
import { queueMail } from "~/notices/queue-mail.server";
import { readWaiting } from "~/notices/read-waiting.server";
import { within } from "~/platform/db.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { listLivePrograms } from "~/programs/list-live-programs.server";
import { DECISION_LINK_MS, signDecisionToken } from "~/rewards/decision-token.server";
import { listEndpoints } from "~/webhooks/list-endpoints.server";

/** The pages of the desk that a digest leads to belong to these; marketers only read figures. */
const DECIDES = ["owner", "approver", "finance"] as const;

/**
 * One mail per member of staff and business day, at half past eight in the zone of the first program: what waits and
 * what was promised by when, and to owners which webhooks do not arrive. None to whom there is nothing to tell; asking
 * more often changes nothing. @returns how many it is for
 */
export async function sendStaffDigest({ db = rootDb, clock = systemClock }: Deps = {}): Promise<number> {
  return db.transaction("staff-digest", async (tx) => {
    const joined = { db: within(tx), clock };
    const [program] = await listLivePrograms(joined);
    const day = program && digestDay(program.calendar, clock.now());
    if (!program || !day) return 0;
    const waiting = await readWaiting(joined);
    const { late: _late, ...decisions } = waiting.counts;
    const nothingWaits = Object.values(decisions).every((count) => count === 0);
    const endpoints = await failingEndpoints(joined);

    let told = 0;
    for (const { personId, disabledAt, roles } of await listStaff(joined)) {
      const failing = roles.includes("owner") ? endpoints : [];
      const decides = disabledAt === null && DECIDES.some((role) => roles.includes(role));
      if (!decides || (nothingWaits && failing.length === 0)) continue;
      const path = nothingWaits ? ("/desk/settings/webhooks" as const) : ("/desk/queue" as const);
      const expiresAt = new Date(clock.now().getTime() + DECISION_LINK_MS);
      const approves = roles.includes("owner") || roles.includes("approver");
      const opened = (item: WaitingItem) => (approves ? withEffect(item, personId, expiresAt) : item);
      const { counts, overdue, next } = waiting;
      const values = { counts, overdue: overdue.map(opened), next: next.map(opened), failing, zone: program.calendar.zone, path };
      await queueMail({ template: "staff_digest", personId, subjectId: day, purpose: "daily", values }, joined);
      told++;
    }
    return told;
  });
}

/** A reward's line opens what approving it would do, at once and for this person alone. */
function withEffect(item: WaitingItem, personId: string, expiresAt: Date): WaitingItem {
  const { rewardId } = item;
  return rewardId ? { ...item, path: `/desk/decide/${signDecisionToken({ rewardId, personId, expiresAt })}` } : item;
}

/** Those that are on and at which nothing arrives. */
async function failingEndpoints(deps: Deps): Promise<MailValues["staff_digest"]["failing"]> {
  return (await listEndpoints(deps)).flatMap(({ id, url, off, failingSince }) =>
    off || !failingSince ? [] : [{ host: new URL(url).host, since: failingSince, path: `/desk/settings/webhooks/${id}` as const }],
  );
}
