import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { credentialNow } from "./credential-time.server";
import { sessionLives, type Area } from "./session";
import { listSessionRows } from "./session-store.server";

export interface SessionView {
  area: Area;
  createdAt: Date;
  lastSeenAt: Date;
  /** Whether it still opens pages. */
  lives: boolean;
}

/** A person's latest sessions, without anything that would open one. */
export async function listSessions(
  personId: string,
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<SessionView[]> {
  const rows = await db.transaction("list-sessions", (tx) => listSessionRows(tx, personId, 20));
  const now = credentialNow(clock);
  return rows.map((row) => {
    const { area, createdAt, lastSeenAt } = row;
    return { area, createdAt, lastSeenAt, lives: sessionLives(row, now) };
  });
}
