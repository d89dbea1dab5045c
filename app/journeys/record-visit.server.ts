import { join } from "node:path";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { env } from "~/platform/env.server";
import { ClickRecorder } from "~/sharing/click-recorder.server";
import { signClickToken } from "~/sharing/click-token.server";
import { codesOf } from "~/sharing/code-directory.server";
import { noteClick } from "~/sharing/note-click.server";
import { foldCode } from "~/sharing/referral-code";
import type { Visit } from "~/sharing/visit.server";

interface VisitOfCode {
  /** As it stands in the address. */
  code: string;
  visit: Visit;
  ip: string | undefined;
  userAgent: string | undefined;
}

export interface VisitDeps extends Deps {
  clicks?: ClickRecorder;
}

let recorder: ClickRecorder | undefined;

/** What writes this process's clicks. */
export function processClicks(): ClickRecorder {
  const { DATABASE_URL, DATA_DIR } = env();
  return (recorder ??= new ClickRecorder({ connectionString: DATABASE_URL, folder: join(DATA_DIR, "clicks") }));
}

/** Where a visit leads, and when its click is on a disk; nobody is sent on before. */
export interface RecordedVisit {
  location: string;
  kept: Promise<void>;
}

/**
 * Somebody followed a link: the click is written, and they are to be sent to the landing page with a signed token. When the
 * database is away, a code that this process knows still leads there: the click waits in a file, and the token alone
 * would carry the attribution (G12, A9).
 * @returns null when nobody has this code
 */
export async function recordVisit(
  { code: typed, visit, ip, userAgent }: VisitOfCode,
  { db = rootDb, clock = systemClock, clicks = processClicks() }: VisitDeps = {},
): Promise<RecordedVisit | null> {
  const code = foldCode(typed);
  if (!code) return null;
  const codes = codesOf(db);
  const link = codes.get(code) ?? (await codes.find(code));
  if (!link) return null;
  const click = noteClick({ link, visit, ip, userAgent }, clock);
  const kept = clicks.record(click);
  // Signed while the click is being written.
  const token = signClickToken({ linkId: link.id, programId: link.programId, clickId: click.id, at: click.occurredAt });
  return { location: `/l/${code}?c=${token}`, kept };
}
