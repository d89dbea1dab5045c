import { join } from "node:path";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { env } from "~/platform/env.server";
import { ClickRecorder } from "~/sharing/click-recorder.server";
import { signClickToken } from "~/sharing/click-token.server";
import { codesOf, type LinkOfKnownCode } from "~/sharing/code-directory.server";
import { noteClick } from "~/sharing/note-click.server";
import { foldCode } from "~/sharing/referral-code";
import type { Visit } from "~/sharing/visit.server";

export interface VisitDeps extends Deps {
  clicks?: ClickRecorder;
}

let recorder: ClickRecorder | undefined;

/** What writes this process's clicks. */
export function processClicks(): ClickRecorder {
  const { DATABASE_URL, DATA_DIR } = env();
  return (recorder ??= new ClickRecorder({ connectionString: DATABASE_URL, folder: join(DATA_DIR, "clicks") }));
}

/** Where a code leads, and the code as it stands in addresses. */
export interface CodeFollowed {
  code: string;
  link: LinkOfKnownCode;
}

/**
 * Finds the link of a code, however it was typed: at once when this process knows it, by asking the database otherwise.
 * @returns null when nobody has it. @throws when the database is away
 */
export function findFollowed(typed: string, { db = rootDb }: Deps = {}): CodeFollowed | null | Promise<CodeFollowed | null> {
  const code = foldCode(typed);
  if (!code) return null;
  const codes = codesOf(db);
  const link = codes.get(code);
  return link ? { code, link } : codes.find(code).then((found) => found && { code, link: found });
}

/** Where a visit leads, and when its click is on a disk; nobody is sent on before. */
export interface RecordedVisit {
  location: string;
  kept: Promise<void>;
}

interface VisitOfCode {
  visit: Visit;
  ip: string | undefined;
  userAgent: string | undefined;
}

/**
 * Somebody followed a link: the click is written, and they are to be sent to the landing page with a signed token. When the
 * database is away, a code that this process knows still leads there: the click waits in a file, and the token alone
 * would carry the attribution (G12, A9).
 */
export function recordVisit(
  { code, link }: CodeFollowed,
  visit: VisitOfCode,
  { clock = systemClock, clicks = processClicks() }: VisitDeps = {},
): RecordedVisit {
  const click = noteClick({ link, ...visit }, clock);
  const kept = clicks.record(click);
  // Signed while the click is being written.
  const token = signClickToken({ linkId: link.id, programId: link.programId, clickId: click.id, at: click.occurredAt });
  return { location: `/l/${code}?c=${token}`, kept };
}
