import { getChampion } from "~/champions/get-champion.server";
import type { ChampionStatus } from "~/champions/champion";
import { within } from "~/platform/db.server";
import { rootDb, type Deps } from "~/platform/deps.server";
import { NotFoundError } from "~/platform/errors";
import type { Company } from "~/programs/company";
import { getCompany } from "~/programs/get-company.server";
import { getProgram } from "~/programs/get-program.server";
import type { Program } from "~/programs/program";
import { listLinks, type LinkView } from "~/sharing/list-links.server";

export interface ShareKit {
  championId: string;
  championName: string;
  status: ChampionStatus;
  program: Program;
  company: Company;
  links: LinkView[];
  /** The link that is being shared. */
  link: LinkView;
}

/** What a champion shares with, for one of their links or the main one. @throws NotFoundError for another's link */
export async function getShareKit(
  { championId, linkId }: { championId: string; linkId: string | null },
  { db = rootDb }: Deps = {},
): Promise<ShareKit> {
  return db.transaction("get-share-kit", async (tx) => {
    const champion = await getChampion(tx, championId);
    const links = await listLinks(tx, championId);
    const link = links.find(({ id, isMain }) => (linkId === null ? isMain : id === linkId));
    if (!link) throw new NotFoundError("link");
    const program = await getProgram(champion.programId, { db: within(tx) });
    const company = await getCompany({ db: within(tx) });
    return { championId, championName: champion.displayName, status: champion.status, program, company, links, link };
  });
}
