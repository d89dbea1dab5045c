import type { Database } from "~/platform/db.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { newId } from "~/platform/ids";
import { log } from "~/platform/log.server";
import { signClickToken } from "~/sharing/click-token.server";
import { findLinkByCode } from "~/sharing/find-link-by-code.server";
import { recordClick } from "~/sharing/record-click.server";
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

/**
 * Somebody followed a link: the click is written, then they are sent to the landing page with a signed token. When
 * the database is away, a code met before still leads there; the token alone carries the attribution (G12, A9).
 * @returns the address of the landing page, or null when nobody has this code
 */
export async function recordVisit(
  { code: typed, visit, ip, userAgent }: VisitOfCode,
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<string | null> {
  const code = foldCode(typed);
  const link = code && (await findKnown(code, db));
  if (!code || !link) return null;
  const click = await recordClick({ link, visit, ip, userAgent }, { db, clock }).catch((error: unknown) => {
    log.error({ err: error, linkId: link.id }, "click not written, friend sent on");
    return { clickId: newId("clk"), at: clock.now() };
  });
  const token = signClickToken({ linkId: link.id, programId: link.programId, clickId: click.clickId, at: click.at });
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
