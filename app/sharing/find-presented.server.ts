import type { Tx } from "~/platform/db.server";
import { listClaims } from "./funnel-store.server";
import { currentCodeOf, listLinksByIds } from "./link-store.server";

export interface PresentedLink {
  id: string;
  championId: string;
  programId: string;
}

/** What the clicks and links of presented tokens are to us: whose links, and which clicks were claimed with which initial. */
export async function findPresented(
  tx: Tx,
  tokens: readonly { linkId: string; clickId: string }[],
): Promise<{ links: Map<string, PresentedLink>; claims: Map<string, { initial: string | null }> }> {
  if (tokens.length === 0) return { links: new Map(), claims: new Map() };
  const [links, claims] = await Promise.all([
    listLinksByIds(tx, [...new Set(tokens.map(({ linkId }) => linkId))]),
    listClaims(tx, [...new Set(tokens.map(({ clickId }) => clickId))]),
  ]);
  return {
    links: new Map(links.map((link) => [link.id, link])),
    claims: new Map(claims.map((claim) => [claim.clickId, claim])),
  };
}

/** One link with the code it has now; null when there is none of that id. */
export async function findPresentedLink(tx: Tx, linkId: string): Promise<(PresentedLink & { code: string }) | null> {
  const [link] = await listLinksByIds(tx, [linkId]);
  return link ? { ...link, code: await currentCodeOf(tx, linkId) } : null;
}
