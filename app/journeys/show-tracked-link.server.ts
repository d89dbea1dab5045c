import { rootDb, type Deps } from "~/platform/deps.server";
import { env } from "~/platform/env.server";
import { getCompany } from "~/programs/get-company.server";
import { within } from "~/platform/db.server";
import { findPresentedLink } from "~/sharing/find-presented.server";

/** A link as Dub's clients know it (P2). */
export interface TrackedLink {
  id: string;
  domain: string;
  key: string;
  shortLink: string;
  url: string;
  partnerId: string;
  programId: string;
  tenantId: null;
  externalId: null;
}

/** The champion's link that a sign-up came through; null when it is gone. */
export async function showTrackedLink(linkId: string, { db = rootDb }: Deps = {}): Promise<TrackedLink | null> {
  return await db.transaction("show-tracked-link", async (tx) => {
    const link = await findPresentedLink(tx, linkId);
    if (!link) return null;
    const { APP_URL } = env();
    const { shopUrl } = await getCompany({ db: within(tx) });
    return {
      id: link.id,
      domain: new URL(APP_URL).host,
      key: link.code,
      shortLink: `${APP_URL}/r/${link.code}`,
      url: shopUrl,
      partnerId: link.championId,
      programId: link.programId,
      tenantId: null,
      externalId: null,
    };
  });
}
