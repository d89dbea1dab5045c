import { join } from "node:path";
import type { Database } from "~/platform/db.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { env } from "~/platform/env.server";
import { log } from "~/platform/log.server";
import { ClickSpill } from "~/sharing/click-spill.server";
import { signClickToken } from "~/sharing/click-token.server";
import { findLinkByCode } from "~/sharing/find-link-by-code.server";
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

interface KnownLink {
  id: string;
  programId: string;
}

/** Codes this process has met. A code leads to its link for ever, so nothing in here can go stale. */
const known = new WeakMap<Database, Map<string, KnownLink>>();
const KNOWN_AT_MOST = 10_000;

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
 * the database is away, a code met before still leads there: the click waits in a file, and the token alone would carry
 * the attribution (G12, A9).
 * @returns the address of the landing page, or null when nobody has this code
 */
export async function recordVisit(
  { code: typed, visit, ip, userAgent }: VisitOfCode,
  { db = rootDb, clock = systemClock, spill = processSpill() }: VisitDeps = {},
): Promise<string | null> {
  const code = foldCode(typed);
  const link = code && (await findKnown(code, db));
  if (!code || !link) return null;
  const click = noteClick({ link, visit, ip, userAgent }, clock);
  await recordClick(click, { db }).catch(async (error: unknown) => {
    log.error({ err: error, linkId: link.id }, "click waits in a file until the database is back");
    await spill.keep(click).catch((full: unknown) => log.error({ err: full }, "click lost to the statistics"));
  });
  const token = signClickToken({ linkId: link.id, programId: link.programId, clickId: click.id, at: click.occurredAt });
  return `/l/${code}?c=${token}`;
}

async function findKnown(code: string, db: Database): Promise<KnownLink | null> {
  const codes = known.get(db) ?? new Map<string, KnownLink>();
  known.set(db, codes);
  const met = codes.get(code);
  if (met) return met;
  const link = await db.transaction("find-link-of-visit", (tx) => findLinkByCode(tx, code));
  if (!link) return null;
  if (codes.size >= KNOWN_AT_MOST) codes.delete(codes.keys().next().value ?? "");
  const { id, programId } = link;
  codes.set(code, { id, programId });
  return { id, programId };
}
