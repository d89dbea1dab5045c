import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import type { MailValues } from "./mail-values";
import { countWaiting, listWaiting } from "./waiting-store.server";

/** As many as can be read over a cup of coffee; the rest is counted. */
const NAMED = 10;

type Waiting = Pick<MailValues["staff_digest"], "counts" | "overdue" | "next">;

/** What waits at the desk, late promises first. */
export async function readWaiting({ db = rootDb, clock = systemClock }: Deps = {}): Promise<Waiting> {
  const now = clock.now();
  return db.transaction("read-waiting", async (tx) => {
    const counts = { reward: 0, application: 0, appeal: 0, question: 0, late: 0 };
    for (const { what, late, count } of await countWaiting(tx, now)) {
      counts[what] += Number(count);
      if (late) counts.late += Number(count);
    }
    return { counts, overdue: await listWaiting(tx, true, now, NAMED), next: await listWaiting(tx, false, now, NAMED) };
  });
}
