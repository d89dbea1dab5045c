import { rootDb, type Deps } from "~/platform/deps.server";
import { pageArgs, pageOf, type PageOf, type PageWish } from "~/platform/page";
import { figuresOfLinks, type LinkFigures, type LinkView } from "./list-links.server";
import { currentCodes } from "./link-store.server";

export interface LinkFilter {
  id?: string;
  championId?: string;
  programId?: string;
}

export interface ListedLink extends LinkView {
  championId: string;
  programId: string;
  figures: LinkFigures;
}

/** Links page by page, also those put away, with what each brought; the newest first. */
export async function listLinksAfter(
  { id, championId, programId }: LinkFilter,
  wish: PageWish,
  { db = rootDb }: Pick<Deps, "db"> = {},
): Promise<PageOf<ListedLink>> {
  const { where, ...args } = pageArgs(wish);
  return db.transaction("list-links-after", async (tx) => {
    const { rows, after } = pageOf(await tx.link.findMany({ where: { AND: [where, { id, championId, programId }] }, ...args }), wish);
    const ids = rows.map((link) => link.id);
    const [codes, figures] = [await currentCodes(tx, ids), await figuresOfLinks(tx, ids)];
    const none = { visits: 0, uncounted: 0, claims: 0, shares: 0 };
    return { rows: rows.map((link) => ({ ...link, code: codes.get(link.id) ?? "", figures: figures.get(link.id) ?? none })), after };
  });
}
