import { processClock, processDatabase, rootDb } from "~/platform/deps.server";
import { enqueue } from "~/platform/jobs.server";

const LONGEST_MS = 400 * 86_400_000;

/** What the sandbox needs to offer "to the next hold end". */
export async function tellTime(): Promise<{ now: Date; nextHoldEndAt: Date | null }> {
  await processClock().refresh();
  const now = processClock().now();
  const { rows } = await processDatabase().pool.query<{ at: Date | null }>(
    "select min(hold_ends_at) as at from reward where hold_ends_at > $1 and status in ('pending', 'approved')",
    [now],
  );
  return { now, nextHoldEndAt: rows[0]?.at ?? null };
}

/**
 * Demo only: moves domain time forward, takes waiting jobs along, and lets the worker look at once what is due.
 * @param advanceMs whole milliseconds, more than 0 and at most 400 days
 * @returns false when the step is not one of those
 */
export async function moveTime(advanceMs: number): Promise<boolean> {
  if (!Number.isInteger(advanceMs) || advanceMs <= 0 || advanceMs > LONGEST_MS) return false;
  await processDatabase().pool.query("select platform.move_clock(make_interval(secs => $1 / 1000.0))", [advanceMs]);
  await processClock().refresh();
  await rootDb.transaction("look-what-is-due", async (tx) => {
    for (const name of ["return-unanswered", "tell-late-promises", "release-holds", "expire-rewards", "send-staff-digest", "apply-retention", "reconcile-mails"] as const) {
      await enqueue(tx, name, {}, { key: `after-move:${name}` });
    }
  });
  return true;
}
