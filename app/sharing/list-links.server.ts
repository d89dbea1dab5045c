import type { Tx } from "~/platform/db.server";
import { countClaimsByTag, sumClicks, sumClicksByTag } from "./click-store.server";
import { countEvents } from "./funnel-store.server";
import { listLinksOf } from "./link-store.server";
import { tagFigures, type TagFigures } from "./tag-figures";

export interface LinkView {
  id: string;
  /** The champion's own word for the place; the main link has none. */
  label: string | null;
  isMain: boolean;
  code: string;
  createdAt: Date;
  retiredAt: Date | null;
}

export interface LinkFigures {
  /** Visits by people, and what was left out: machines, previews, repeats (R18). */
  visits: number;
  uncounted: number;
  claims: number;
  shares: number;
}

/** A champion's links, the main one first; those put away only when asked for. */
export async function listLinks(tx: Tx, championId: string, options: { withRetired?: boolean } = {}): Promise<LinkView[]> {
  const links = await listLinksOf(tx, championId, options);
  return links.map(({ id, label, isMain, code, createdAt, retiredAt }) => ({ id, label, isMain, code, createdAt, retiredAt }));
}

/** What each of these links brought, apart from purchases. */
export async function figuresOfLinks(tx: Tx, linkIds: string[]): Promise<Map<string, LinkFigures>> {
  const [clicks, events] = [await sumClicks(tx, linkIds), await countEvents(tx, linkIds)];
  return new Map(
    linkIds.map((id) => {
      const { counted: visits = 0, uncounted = 0 } = clicks.get(id) ?? {};
      const { claimed: claims = 0, shared: shares = 0 } = events.get(id) ?? {};
      return [id, { visits, uncounted, claims, shares }];
    }),
  );
}

/**
 * What came through each of these links with each sub-tag (A5).
 * @param orders how many orders each won, by link and sub-tag
 */
export async function tagsOfLinks(
  tx: Tx,
  linkIds: string[],
  orders: readonly { linkId: string; tag: string; count: number }[],
): Promise<Map<string, TagFigures[]>> {
  const [visits, claims] = [await sumClicksByTag(tx, linkIds), await countClaimsByTag(tx, linkIds)];
  const of = <Row extends { linkId: string }>(rows: readonly Row[], id: string) => rows.filter(({ linkId }) => linkId === id);
  return new Map(linkIds.map((id) => [id, tagFigures({ visits: of(visits, id), claims: of(claims, id), orders: of(orders, id) })]));
}
