import type { Tx } from "~/platform/db.server";
import { countClicksOf } from "./click-store.server";
import { countClaimsOf } from "./funnel-store.server";

export interface VisitCounts {
  /** Visits by people. */
  counted: number;
  /** Machines, previews, repeats (R18). */
  uncounted: number;
  /** Visits that went on to the shop with the button. */
  claimed: number;
}

/** What came through these links from one moment up to another; single clicks are kept for 90 days (L8). */
export async function countVisits(tx: Tx, linkIds: string[], { from, until }: { from: Date; until: Date }): Promise<VisitCounts> {
  const clicks = await countClicksOf(tx, linkIds, from, until);
  return { ...clicks, claimed: await countClaimsOf(tx, linkIds, from, until) };
}
