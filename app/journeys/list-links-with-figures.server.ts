import { rootDb, type Deps } from "~/platform/deps.server";
import { env } from "~/platform/env.server";
import { countConversionsByLink } from "~/attribution/count-conversions-by-link.server";
import { countConversionsByTag } from "~/attribution/count-conversions-by-tag.server";
import { figuresOfLinks, listLinks, tagsOfLinks, type LinkFigures, type LinkView } from "~/sharing/list-links.server";
import { referralUrl } from "~/sharing/share-channel";
import type { TagFigures } from "~/sharing/tag-figures";

export interface LinkWithFigures extends LinkView {
  url: string;
  figures: LinkFigures & { purchases: number };
  tags: TagFigures[];
}

/** A champion's links with what each brought, from the visit to the order. */
export async function listLinksWithFigures(championId: string, { db = rootDb }: Deps = {}): Promise<LinkWithFigures[]> {
  return db.transaction("list-links-with-figures", async (tx) => {
    const links = await listLinks(tx, championId);
    const ids = links.map(({ id }) => id);
    const figures = await figuresOfLinks(tx, ids);
    const tags = await tagsOfLinks(tx, ids, await countConversionsByTag(tx, ids));
    const purchases = await countConversionsByLink(tx, ids);
    return links.map((link) => ({
      ...link,
      url: referralUrl(env().APP_URL, link.code),
      figures: {
        ...(figures.get(link.id) ?? { visits: 0, uncounted: 0, claims: 0, shares: 0 }),
        purchases: purchases.get(link.id) ?? 0,
      },
      tags: tags.get(link.id) ?? [],
    }));
  });
}
