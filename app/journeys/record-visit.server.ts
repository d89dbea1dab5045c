import { join } from "node:path";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { env } from "~/platform/env.server";
import { log } from "~/platform/log.server";
import { ClickSpill } from "~/sharing/click-spill.server";
import { signClickToken } from "~/sharing/click-token.server";
import { codesOf } from "~/sharing/code-directory.server";
import { noteClick, recordClick } from "~/sharing/record-click.server";
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
  spill?: ClickSpill;
}

let ownSpill: ClickSpill | undefined;

/** Where this process keeps clicks while the database is away. */
export function processSpill(): ClickSpill {
  return (ownSpill ??= new ClickSpill(join(env().DATA_DIR, "clicks")));
}

/**
 * Somebody followed a link: the click is written, then they are sent to the landing page with a signed token. When
 * the database is away, a code this process knows still leads there: the click waits in a file, and the token alone would carry
 * the attribution (G12, A9).
 * @returns the address of the landing page, or null when nobody has this code
 */
export async function recordVisit(
  { code: typed, visit, ip, userAgent }: VisitOfCode,
  { db = rootDb, clock = systemClock, spill = processSpill() }: VisitDeps = {},
): Promise<string | null> {
  const code = foldCode(typed);
  const link = code && (await codesOf(db).find(code));
  if (!code || !link) return null;
  const click = noteClick({ link, visit, ip, userAgent }, clock);
  await recordClick(click, { db }).catch(async (error: unknown) => {
    log.error({ err: error, linkId: link.id }, "click waits in a file until the database is back");
    await spill.keep(click).catch((full: unknown) => log.error({ err: full }, "click lost to the statistics"));
  });
  const token = signClickToken({ linkId: link.id, programId: link.programId, clickId: click.id, at: click.occurredAt });
  return `/l/${code}?c=${token}`;
}
